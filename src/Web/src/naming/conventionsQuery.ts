import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Conventions } from '@/api/types';

export const conventionsQuery = queryOptions({
  queryKey: ['naming', 'conventions'],
  queryFn: ({ signal }) => api.getTagged<Conventions>('/naming/conventions', { signal }),
  staleTime: 5 * 60_000,
});
