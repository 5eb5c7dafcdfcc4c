import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { MessagePage } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';
import { catchUpIfBehind } from './catchUp';
import { type Log, logOf } from './log';

export const pageSize = 60;

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

type Place = { before?: number; after?: number; around?: number };

export function loadPage(id: string, place: Place, signal?: AbortSignal): Promise<MessagePage> {
  return api.get<MessagePage>(`/conversations/${id}/messages`, { ...(signal && { signal }), query: { ...place, limit: pageSize } });
}
