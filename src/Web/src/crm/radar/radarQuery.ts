import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { UnlinkedPage } from '@/api/types';
import { radarKey } from './radarKey';

/** Who manages chats without reading them hears of no change; once a minute the radar is read anew. */
export const radarQuery = infiniteQueryOptions({
  queryKey: radarKey,
  queryFn: ({ pageParam, signal }) => api.get<UnlinkedPage>('/crm/unlinked', { signal, query: { cursor: pageParam, limit: 100 } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.nextCursor ?? undefined,
  refetchInterval: 60_000,
});
