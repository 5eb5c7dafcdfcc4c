import { api } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { KeptDraft, KeptDraftItem, Page } from '@/api/types';
import { readMember, writeMember } from '@/app/memberStorage';
import { outboxStore } from '../outbox/outbox';
import { changeDraft, type Draft, draftPlace, draftStore, placeParts } from './drafts';
import { type DraftMark, merge, sameWords } from './mergeDrafts';

const pause = 800;
const retryPause = 20_000;
/** How long after sending a message here the server may still be about to forget the draft that it was. */
const ownSending = 15_000;

let memberId: string | undefined;
let marks: Record<string, DraftMark> = {};
let applying = false;
const timers = new Map<string, number>();
const saving = new Set<string>();
/** What was told while one's own version was on its way. */
const meanwhile = new Map<string, { keptAt: string | undefined }>();
const lastSending = new Map<string, number>();

/** Keeps drafts of this device and of the server together for as long as somebody is signed in. */
export function startDraftSync(member: string): () => void {
  memberId = member;
  marks = readMember<Record<string, DraftMark>>(member, 'draftMarks', {});
  const stops = [
    draftStore.subscribe((now, before) => {
      if (!applying && now.memberId === before.memberId) noteChanges(now.byConversation, before.byConversation);
    }),
    outboxStore.subscribe((now, before) => {
      const ids = [...now.items, ...before.items].filter((item) => now.items.includes(item) !== before.items.includes(item)).map(({ conversationId, thread }) => draftPlace(conversationId, thread));
      for (const id of ids) lastSending.set(id, Date.now());
    }),
  ];
  const pull = () => void pullDrafts();
  window.addEventListener('online', pull);
  pull();
  return () => {
    for (const stop of stops) stop();
    window.removeEventListener('online', pull);
    for (const timer of timers.values()) window.clearTimeout(timer);
    timers.clear();
    memberId = undefined;
  };
}

/** Asks the server for all drafts: newer ones are taken, what it has not got is sent. */
export async function pullDrafts(): Promise<void> {
  const member = memberId;
  try {
    const { items } = await api.get<Page<KeptDraftItem>>('/drafts');
    if (memberId !== member) return;
    const kept = new Map(items.map((item) => [draftPlace(item.conversationId, item.thread || undefined), item]));
    const { byConversation } = draftStore.getState();
    for (const id of new Set([...kept.keys(), ...Object.keys(byConversation), ...Object.keys(marks)])) {
      if (!saving.has(id)) await settle(id, kept.get(id));
    }
  } catch (error) {
    if (!asProblem(error)) throw error;
  }
}

/** Another device of the same person has kept a draft, or it is gone. */
export async function hearOfDraft(id: string, keptAt: string | undefined): Promise<void> {
  const mark = marks[id];
  if (saving.has(id)) return void meanwhile.set(id, { keptAt });
  if (mark?.changedAt !== undefined) return;
  if (keptAt === undefined) {
    if (Date.now() - (lastSending.get(id) ?? 0) < ownSending) {
      if (localOf(id)) noteChange(id);
    } else {
      take(id, undefined);
    }
    return;
  }
  if (mark?.keptAt !== undefined && Date.parse(mark.keptAt) >= Date.parse(keptAt)) return;
  const kept = await fetchDraft(id);
  if (kept !== 'unknown' && !saving.has(id) && marks[id]?.changedAt === undefined) take(id, kept === 'none' ? undefined : kept);
}

async function settle(id: string, item: KeptDraftItem | undefined): Promise<void> {
  const mark = marks[id];
  switch (merge(localOf(id), mark, item)) {
    case 'take': {
      if (item?.replyTo === undefined) return take(id, item && { text: item.text, at: item.at });
      const kept = await fetchDraft(id);
      if (kept !== 'unknown') take(id, kept === 'none' ? undefined : kept);
      return;
    }
    case 'ask':
      if ((await fetchDraft(id)) === 'none') take(id, undefined);
      return;
    case 'push':
      return schedule(id, 0);
    case 'same':
      if (item) keepMark(id, { keptAt: item.at });
      return;
    case 'nothing':
      return keepMark(id, undefined);
  }
}

/** What the server holds for a place; unknown where it cannot be asked or the chat is not open now. */
async function fetchDraft(id: string): Promise<KeptDraft | 'none' | 'unknown'> {
  try {
    return await api.get<KeptDraft>(pathOf(id));
  } catch (error) {
    return asProblem(error)?.code === 'drafts.notFound' ? 'none' : 'unknown';
  }
}

function take(id: string, kept: Pick<KeptDraft, 'text' | 'at' | 'replyTo'> | undefined): void {
  applying = true;
  changeDraft(id, { text: kept?.text ?? '', replyTo: kept?.replyTo });
  applying = false;
  keepMark(id, kept && { keptAt: kept.at });
}

function noteChanges(now: Record<string, Draft>, before: Record<string, Draft>): void {
  for (const id of new Set([...Object.keys(now), ...Object.keys(before)])) {
    if (!sameWords(now[id], before[id])) noteChange(id);
  }
}

function noteChange(id: string): void {
  keepMark(id, { ...marks[id], changedAt: Date.now() });
  schedule(id, localOf(id) ? pause : 0);
}

function schedule(id: string, after: number): void {
  window.clearTimeout(timers.get(id));
  timers.set(id, window.setTimeout(() => void save(id), after));
}

async function save(id: string): Promise<void> {
  timers.delete(id);
  if (saving.has(id)) return schedule(id, pause);
  const local = localOf(id);
  const { changedAt } = marks[id] ?? {};
  saving.add(id);
  try {
    const next = local ? { keptAt: await put(id, local) } : await drop(id);
    const later = marks[id]?.changedAt;
    keepMark(id, later === undefined || later === changedAt ? next : { ...next, changedAt: later });
  } catch (error) {
    const problem = asProblem(error);
    if (!problem) throw error;
    if (problem.isUnreachable || problem.status === 429) schedule(id, retryPause);
  } finally {
    saving.delete(id);
    const told = meanwhile.get(id);
    meanwhile.delete(id);
    if (told) void hearOfDraft(id, told.keptAt);
  }
}

async function put(id: string, { text, replyTo }: Draft): Promise<string> {
  const { conversationId, thread } = placeParts(id);
  return (await api.put<{ at: string }>(`/conversations/${conversationId}/draft`, { text, ...(thread !== undefined && { thread }), ...(replyTo && { replyTo: replyTo.number }) })).at;
}

async function drop(id: string): Promise<undefined> {
  if (marks[id]?.keptAt !== undefined) await api.delete(pathOf(id));
  return undefined;
}

function pathOf(id: string): string {
  const { conversationId, thread } = placeParts(id);
  return `/conversations/${conversationId}/draft${thread === undefined ? '' : `?thread=${thread}`}`;
}

/** The draft as the server would keep it: an edit of a message that is sent is no draft. */
function localOf(id: string): Draft | undefined {
  const draft = draftStore.getState().byConversation[id];
  return draft && (draft.text.trim() || draft.replyTo) ? draft : undefined;
}

function keepMark(id: string, mark: DraftMark | undefined): void {
  const { [id]: _, ...others } = marks;
  marks = mark ? { ...others, [id]: mark } : others;
  if (memberId) writeMember(memberId, 'draftMarks', Object.keys(marks).length > 0 ? marks : undefined);
}
