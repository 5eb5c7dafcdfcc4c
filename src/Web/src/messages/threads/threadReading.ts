import type { QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Entry } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';
import type { Log } from '../log/log';
import { withUnread } from './replies';
import { refreshThreadLists } from './threadsQuery';

type ReadAnswer = { number: number; unreadCount: number };

export async function markThreadRead(cache: QueryClient, id: string, root: number, number: number, unread?: true): Promise<void> {
  const answer = await api.put<ReadAnswer>(`/conversations/${id}/threads/${root}/read`, { number, ...(unread && { unread }) });
  takeThreadRead(cache, id, root, answer);
}

/** One's mark in a thread has moved, here or in another window. */
export function takeThreadRead(cache: QueryClient, id: string, root: number, { number, unreadCount }: ReadAnswer): void {
  changeRoot(cache, id, root, (entry) => withUnread(entry, unreadCount));
  refreshThreadLists(cache, id);
  cache.setQueryData<Log>(conversationKeys.thread(id, root), (log) => log?.thread && { ...log, thread: { ...log.thread, readNumber: number } });
}

/** Only the server knows what a deleted reply takes off the counter. */
export async function refreshUnreadReplies(cache: QueryClient, id: string, root: Entry): Promise<void> {
  const known = cache.getQueryData<Log>(conversationKeys.log(id))?.entries.find(({ number }) => number === root.number)?.replies;
  if (!root.replies || !known?.unreadCount) return;
  const now = await api.get<Entry>(`/conversations/${id}/messages/${root.number}`);
  changeRoot(cache, id, root.number, (entry) => withUnread(entry, now.replies?.unreadCount ?? 0));
}

function changeRoot(cache: QueryClient, id: string, root: number, change: <One extends Entry>(entry: One) => One): void {
  cache.setQueryData<Log>(conversationKeys.log(id), (log) => log && { ...log, entries: log.entries.map((entry) => (entry.number === root ? change(entry) : entry)) });
  cache.setQueryData<Log>(conversationKeys.thread(id, root), (log) => log?.thread && { ...log, thread: { ...log.thread, root: log.thread.root && change(log.thread.root) } });
}
