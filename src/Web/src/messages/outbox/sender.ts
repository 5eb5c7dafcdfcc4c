import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { api } from '@/api/client';
import { asProblem, type Problem } from '@/api/problem';
import type { Entry, Me } from '@/api/types';
import { problemText } from '@/app/problemText';
import { conversationKeys } from '@/conversations/keys';
import { cachedRow, raiseRow } from '@/conversations/list/listCache';
import { rowAfterEntry } from '@/conversations/list/rows';
import { appendDraft, draftPlace } from '../drafts/drafts';
import { takeLive } from '../log/catchUp';
import { isReply } from '../threads/replies';
import { refreshThreadLists } from '../threads/threadsQuery';
import { changeOutgoing, nextToSend, type Outgoing, outboxStore, removeOutgoing } from './outbox';

const pauses = [2000, 5000, 10_000, 20_000];
const busy = new Set<string>();
const failures = new Map<string, number>();
const timers = new Map<string, number>();

/** Sends what waits in a conversation, one after the other, so that the order of writing is the order of the log. */
export async function sendWaiting(cache: QueryClient, me: Me, conversationId: string, onSent: (item: Outgoing) => void): Promise<void> {
  if (busy.has(conversationId)) return;
  busy.add(conversationId);
  window.clearTimeout(timers.get(conversationId));
  try {
    for (;;) {
      const item = nextToSend(outboxStore.getState().items, conversationId);
      if (!item || !(await sendOne(cache, me, item, onSent))) return;
    }
  } finally {
    busy.delete(conversationId);
  }
}

async function sendOne(cache: QueryClient, me: Me, item: Outgoing, onSent: (item: Outgoing) => void): Promise<boolean> {
  const { clientMessageId, conversationId, thread, text, replyTo, attachments } = item;
  const again = () => void sendWaiting(cache, me, conversationId, onSent);
  if (item.state !== 'sending' && !navigator.onLine) return false;

  try {
    const body = { clientMessageId, text, ...(thread !== undefined && { thread }), ...(replyTo && { replyTo: replyTo.number }), ...(attachments && { attachmentIds: attachments.map(({ id }) => id) }) };
    const entry = await api.post<Entry>(`/conversations/${conversationId}/messages`, body);
    failures.delete(conversationId);
    settle(cache, entry, clientMessageId);
    onSent(item);
    return true;
  } catch (error) {
    const problem = asProblem(error);
    if (!problem) throw error;
    return refuse(item, problem, again);
  }
}

function settle(cache: QueryClient, entry: Entry, clientMessageId: string): void {
  const id = entry.conversationId;
  const isMine = entry.kind === 'message' && 'text' in entry;
  takeLive(cache, id, entry.revision, isMine ? { ...entry, clientMessageId } : entry);
  removeOutgoing(clientMessageId);

  const row = cachedRow(cache, id);
  if (isReply(entry)) {
    refreshThreadLists(cache, id);
    if (row) raiseRow(cache, { ...row, lastActivityAt: entry.createdAt });
    return;
  }
  if (row && (row.lastMessage?.number ?? 0) < entry.number) raiseRow(cache, { ...rowAfterEntry(row, entry, false), unreadCount: 0, mentionCount: 0 });
  cache.setQueryData<{ readNumber: number | null }>(conversationKeys.detail(id), (one) => one && { ...one, readNumber: entry.number });
}

/** Says whether the next message may be tried. */
function refuse(item: Outgoing, problem: Problem, again: () => void): boolean {
  const { clientMessageId, conversationId, text } = item;
  if (problem.isUnreachable || problem.status === 429 || problem.status === 401) {
    const failed = failures.get(conversationId) ?? 0;
    failures.set(conversationId, failed + 1);
    changeOutgoing(clientMessageId, { state: 'waiting' });
    const pause = problem.retryAfter ? problem.retryAfter * 1000 : (pauses[Math.min(failed, pauses.length - 1)] ?? 20_000);
    if (problem.status !== 401) timers.set(conversationId, window.setTimeout(again, pause));
    return false;
  }
  if (problem.isNotFound) {
    removeOutgoing(clientMessageId);
    appendDraft(draftPlace(conversationId, item.thread), text);
    return true;
  }
  const why = problemText(problem, i18next.t, i18next.language);
  changeOutgoing(clientMessageId, { state: 'failed', ...(why && { problem: why }) });
  return true;
}
