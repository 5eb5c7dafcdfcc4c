import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { MessagePage, ThreadPage } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';
import { catchUpIfBehind } from './catchUp';
import { isReply } from '../threads/replies';
import { type Log, logOf, threadLogOf } from './log';

export const pageSize = 60;
const longestPage = 200;
const enoughToShow = 15;

/** The newest stretch of a conversation. It never goes stale: live events and catching up keep it. */
export function logQuery(cache: QueryClient, id: string) {
  return queryOptions({
    queryKey: conversationKeys.log(id),
    queryFn: async ({ signal }): Promise<Log> => {
      const log = logOf(await loadPage(id, {}, signal));
      window.setTimeout(() => catchUpIfBehind(cache, id));
      return log;
    },
    staleTime: Infinity,
    gcTime: 15 * 60_000,
  });
}

/** The newest stretch of a thread; kept like the conversation itself. */
export function threadQuery(cache: QueryClient, id: string, root: number) {
  return queryOptions({
    queryKey: conversationKeys.thread(id, root),
    queryFn: async ({ signal }): Promise<Log> => {
      const log = threadLogOf(await api.get<ThreadPage>(`/conversations/${id}/threads/${root}`, { signal, query: { limit: pageSize } }), root);
      window.setTimeout(() => catchUpIfBehind(cache, id));
      return log;
    },
    staleTime: Infinity,
    gcTime: 15 * 60_000,
  });
}

type Place = { before?: number; after?: number; around?: number };

/** A page of the log with something of the main stream to show: where replies in threads fill it, as many more as it takes. */
export async function loadPage(id: string, place: Place, signal?: AbortSignal): Promise<MessagePage> {
  const read = (at: Place, limit: number) => api.get<MessagePage>(`/conversations/${id}/messages`, { ...(signal && { signal }), query: { ...at, limit } });
  let page = await read(place, pageSize);
  const forward = place.after !== undefined;
  while (page.items.some(isReply) && page.items.filter((entry) => !isReply(entry)).length < enoughToShow && (forward ? page.hasAfter : page.hasBefore)) {
    const edge = forward ? page.items.at(-1) : page.items[0];
    if (!edge) return page;
    const more = await read(forward ? { after: edge.number } : { before: edge.number }, longestPage);
    const items = forward ? [...page.items, ...more.items] : [...more.items, ...page.items];
    const revision = Math.min(page.revision, more.revision);
    page = forward ? { ...page, items, hasAfter: more.hasAfter, revision } : { ...page, items, hasBefore: more.hasBefore, revision };
  }
  return page;
}

export function loadThreadPage(id: string, root: number, place: Place): Promise<ThreadPage> {
  return api.get<ThreadPage>(`/conversations/${id}/threads/${root}`, { query: { ...place, limit: pageSize } });
}
