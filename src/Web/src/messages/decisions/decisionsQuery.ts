import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Decision, Entry, Page } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';

export type DecisionsAsked = { waitingFor?: 'client' | 'us' };

export const decisionKeys = { all: ['decisions'] as const, list: (asked: DecisionsAsked) => ['decisions', asked] as const };

/** What is waited for in all chats that one sees. */
export function decisionsQuery(asked: DecisionsAsked) {
  return infiniteQueryOptions({
    queryKey: decisionKeys.list(asked),
    queryFn: ({ signal, pageParam }) => api.get<Page<Decision>>('/decisions', { signal, query: { ...asked, cursor: pageParam, limit: 50 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** What one chat waits for, or what has been decided in it. */
export function chatDecisionsQuery(id: string, decided: boolean) {
  return infiniteQueryOptions({
    queryKey: conversationKeys.decisionList(id, decided),
    queryFn: ({ signal, pageParam }) => api.get<Page<Decision>>(`/conversations/${id}/decisions`, { signal, query: { decided, cursor: pageParam, limit: 30 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

/** A change of an entry may have begun or ended a decision, or changed its words. */
export function refreshDecisions(cache: QueryClient, id: string, entry?: Entry): void {
  if (entry?.kind === 'system') return;
  void cache.invalidateQueries({ queryKey: decisionKeys.all });
  void cache.invalidateQueries({ queryKey: conversationKeys.decisions(id) });
}
