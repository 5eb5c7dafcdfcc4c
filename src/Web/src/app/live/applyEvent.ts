import type { QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Conversation, Entry, FinalFile, LiveEvent, Me, MessageEntry, Participant, Presence, ReadMark } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';
import { markFresh } from '@/conversations/fresh';
import { fetchRow } from '@/conversations/list/fetchRow';
import { cachedRow, dropRow, isListed, patchRow, placeRow, raiseRow } from '@/conversations/list/listCache';
import { movesRow, rowAfterEntry } from '@/conversations/list/rows';
import { noteTouch } from '@/conversations/list/touches';
import { markLost, unmarkLost } from '@/conversations/lost';
import { readingStore } from '@/conversations/reading';
import { radarKey } from '@/crm/radar/radarKey';
import { invitationKeys } from '@/invitations/keys';
import { jobKeys } from '@/jobs/keys';
import { announceEntry } from '@/messages/announcements';
import { draftPlace } from '@/messages/drafts/drafts';
import { hearOfDraft, pullDrafts } from '@/messages/drafts/draftSync';
import { decisionKeys, refreshDecisions } from '@/messages/decisions/decisionsQuery';
import { forgetHeard, takeLive } from '@/messages/log/catchUp';
import { callsMe } from '@/messages/mentions/mention';
import { settleSent } from '@/messages/outbox/outbox';
import { meQuery } from '@/organizations/me';
import { isReply } from '@/messages/threads/replies';
import { refreshThreadLists } from '@/messages/threads/threadsQuery';
import { refreshUnreadReplies, takeThreadRead } from '@/messages/threads/threadReading';
import { endTyping, noteTyping } from './typing';
import { searchKeys } from '@/search/searchQuery';
import { noteAcceptance } from '@/invitations/acceptances';

/** What may bring a chat onto the radar, or off it. */
const movesRadar = new Set<LiveEvent['type']>(['conversationAppeared', 'conversationDisappeared', 'conversationChanged', 'membersChanged']);

/** What one live event changes in what this page knows. */
export function applyEvent(cache: QueryClient, me: Me, event: LiveEvent): void {
  const id = event.conversationId ?? '';
  if (event.type === 'draftChanged') return void hearOfDraft(draftPlace(id, event.data.thread || undefined), event.data.keptAt);
  if (event.conversationId) noteTouch(event.conversationId);
  if (movesRadar.has(event.type)) void cache.invalidateQueries({ queryKey: radarKey });
  switch (event.type) {
    case 'messagePosted':
      settleSent(event.data.entry);
      if (event.data.entry.kind === 'message') endTyping(id, event.data.entry.author.participantId);
      takeEntry(cache, id, event.revision, event.data.entry);
      if (isReply(event.data.entry)) refreshThreadLists(cache, id);
      if ('status' in event.data.entry) refreshDecisions(cache, id, event.data.entry);
      announceEntry(id, event.data.entry, me);
      return noteInList(cache, me, id, event.data.entry);
    case 'reactionsChanged':
      return takeEntry(cache, id, event.revision, event.data.entry);
    case 'pinsChanged':
      takeEntry(cache, id, event.revision, event.data.entry);
      return void cache.invalidateQueries({ queryKey: conversationKeys.pins(id) });
    case 'messageEdited':
    case 'messageDeleted':
      takeEntry(cache, id, event.revision, event.data.entry);
      if (cache.getQueryData<MessageEntry[]>(conversationKeys.pins(id))?.some(({ number }) => number === event.data.entry.number)) void cache.invalidateQueries({ queryKey: conversationKeys.pins(id) });
      refreshFinals(cache, id, event.data.entry);
      refreshDecisions(cache, id, event.data.entry);
      void cache.invalidateQueries({ queryKey: searchKeys.all });
      if (isReply(event.data.entry) || event.data.entry.replies) refreshThreadLists(cache, id);
      void refreshUnreadReplies(cache, id, event.data.entry).catch(() => undefined);
      return refreshLastMessage(cache, id, event.data.entry);
    case 'typing':
      return noteTyping(id, event.data);
    case 'presenceChanged':
      return movePresence(cache, event.data);
    case 'readMoved':
      return moveRead(cache, me, id, event.data);
    case 'conversationAppeared':
      unmarkLost(id);
      void cache.invalidateQueries({ queryKey: conversationKeys.one(id) });
      void fetchRow(cache, id).then((found) => found && markFresh(id));
      void pullDrafts();
      void cache.invalidateQueries({ queryKey: decisionKeys.all });
      return;
    case 'conversationDisappeared':
      return loseConversation(cache, id);
    case 'conversationChanged':
    case 'membersChanged':
      if (!event.conversationId) return void cache.invalidateQueries({ queryKey: meQuery.queryKey });
      return refreshConversation(cache, id);
    case 'invitationChanged':
      void cache.invalidateQueries({ queryKey: invitationKeys.all });
      if (event.data.status === 'accepted') noteAcceptance(event.data.id);
      return;
    case 'jobChanged':
      void cache.invalidateQueries({ queryKey: jobKeys.all });
  }
}

function takeEntry(cache: QueryClient, id: string, revision: number | undefined, entry: Entry): void {
  takeLive(cache, id, revision ?? entry.revision, entry);
}

/** Which files are final may have changed with an entry that holds one, or did. */
function refreshFinals(cache: QueryClient, id: string, entry: Entry): void {
  const holds = 'attachments' in entry && entry.attachments?.some(({ final }) => final);
  const held = cache.getQueryData<FinalFile[]>(conversationKeys.finals(id))?.some(({ number, former }) => number === entry.number || former.some((one) => one.number === entry.number));
  if (!holds && !held) return;
  void cache.invalidateQueries({ queryKey: conversationKeys.finals(id) });
  void cache.invalidateQueries({ queryKey: conversationKeys.allFiles(id) });
}

function noteInList(cache: QueryClient, me: Me, id: string, entry: Entry): void {
  const row = cachedRow(cache, id);
  if (!row) return isOnlyLookedAt(cache, id) ? undefined : void fetchRow(cache, id);
  if (isReply(entry)) return raiseRow(cache, { ...row, lastActivityAt: entry.createdAt });
  const isKnown = (row.lastMessage?.number ?? 0) >= entry.number;
  if (isKnown) return;

  const isMine = entry.kind === 'message' && entry.author.memberId === me.id;
  const isUnread = entry.kind === 'message' && !isMine && readingStore.getState().id !== id;
  const next = rowAfterEntry(isMine ? { ...row, unreadCount: 0, mentionCount: 0 } : row, entry, isUnread, entry.kind === 'message' && callsMe(entry, me.id));
  if (movesRow(entry)) raiseRow(cache, next);
  else patchRow(cache, id, next);
}

/** A public channel that one is not in stands in no list, so that what is written there moves nothing. */
function isOnlyLookedAt(cache: QueryClient, id: string): boolean {
  return cache.getQueryData<Conversation>(conversationKeys.detail(id))?.joined === false;
}

/** A deletion or an edit may also move the counters, which only the server knows. */
function refreshLastMessage(cache: QueryClient, id: string, entry: Entry): void {
  const row = cachedRow(cache, id);
  if (!row || isReply(entry)) return;
  const isLast = row.lastMessage?.number === entry.number;
  if (isLast) patchRow(cache, id, { lastMessage: rowAfterEntry(row, entry, false).lastMessage });
  if (row.unreadCount > 0) void api.get<Conversation>(`/conversations/${id}`).then(({ unreadCount, mentionCount }) => patchRow(cache, id, { unreadCount, mentionCount }), () => undefined);
}

function movePresence(cache: QueryClient, { participantId, presence }: { participantId: string; presence: Presence }): void {
  cache.setQueriesData<Participant[]>({ predicate: ({ queryKey }) => queryKey[0] === 'conversation' && queryKey[2] === 'participants' }, (people) =>
    people?.map((person) => (person.participantId === participantId ? { ...person, presence } : person)),
  );
}

function moveRead(cache: QueryClient, me: Me, id: string, mark: ReadMark & { thread?: number; unreadCount?: number; mentionCount?: number }): void {
  if (mark.thread !== undefined) return takeThreadRead(cache, id, mark.thread, { number: mark.number, unreadCount: mark.unreadCount ?? 0 });
  if (mark.participantId === me.id) {
    const { unreadCount, mentionCount } = mark;
    if (unreadCount !== undefined && mentionCount !== undefined) patchRow(cache, id, { unreadCount, mentionCount });
    cache.setQueryData<Conversation>(conversationKeys.detail(id), (one) => one && { ...one, readNumber: mark.number });
    return;
  }
  cache.setQueryData<ReadMark[]>(conversationKeys.reads(id), (marks) =>
    marks && [...marks.filter(({ participantId }) => participantId !== mark.participantId), { participantId: mark.participantId, number: mark.number }],
  );
}

/** The content leaves the memory of this page in the same instant; only the draft stays, it is one's own. */
export function loseConversation(cache: QueryClient, id: string): void {
  markLost(id);
  dropRow(cache, id);
  forgetHeard(id);
  void cache.cancelQueries({ queryKey: conversationKeys.one(id) });
  cache.removeQueries({ queryKey: conversationKeys.one(id) });
  void cache.resetQueries({ queryKey: searchKeys.all });
  void cache.resetQueries({ queryKey: decisionKeys.all });
}

function refreshConversation(cache: QueryClient, id: string): void {
  const stale = [conversationKeys.detail, conversationKeys.viewers, conversationKeys.participants, conversationKeys.members, conversationKeys.reads];
  for (const key of stale) void cache.invalidateQueries({ queryKey: key(id) });
  void cache.invalidateQueries({ queryKey: [...conversationKeys.one(id), 'access'] });
  void cache.invalidateQueries({ queryKey: conversationKeys.description(id) });
  void refreshRow(cache, id);
}

async function refreshRow(cache: QueryClient, id: string): Promise<void> {
  try {
    const one = await api.get<Conversation>(`/conversations/${id}`);
    const { unreadCount: _, mentionCount: __, ...row } = one;
    const known = cachedRow(cache, id);
    if (known ? isListed(known) === isListed(one) : !isListed(one)) patchRow(cache, id, row);
    else placeRow(cache, id);
  } catch (error) {
    if (asProblem(error)?.isNotFound) loseConversation(cache, id);
  }
}
