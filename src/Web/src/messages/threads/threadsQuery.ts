import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { MessageEntry, Page, Tombstone } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';

type Root = MessageEntry | Tombstone;

/** The messages of a conversation that have threads, the one with the newest reply first. */
export function threadsQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: conversationKeys.threadList(id, false),
    queryFn: ({ signal, pageParam }) => api.get<Page<Root>>(`/conversations/${id}/threads`, { signal, query: { cursor: pageParam, limit: 30 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** Those with replies that one has not read; more than are counted here nobody needs to know. */
export function unreadThreadsQuery(id: string) {
  return queryOptions({
    queryKey: conversationKeys.threadList(id, true),
    queryFn: ({ signal }) => api.get<Page<Root>>(`/conversations/${id}/threads`, { signal, query: { unread: true, limit: 100 } }),
    select: (page) => page.items.length,
  });
}

export function refreshThreadLists(cache: QueryClient, id: string): void {
  void cache.invalidateQueries({ queryKey: conversationKeys.threadLists(id) });
}
