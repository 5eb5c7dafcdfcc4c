import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Conventions } from '@/api/types';

export const conventionsQuery = queryOptions({
  queryKey: ['naming', 'conventions'],
  queryFn: ({ signal }) => api.getTagged<Conventions>('/naming/conventions', { signal }),
  staleTime: 5 * 60_000,
});

const usualListLength = 40;

/** How much of a name stays whole in the list. */
export function useListLength(): number {
  return useQuery(conventionsQuery).data?.value.listLength ?? usualListLength;
}
