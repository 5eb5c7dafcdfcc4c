import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { JobSummary, Page, Run, Schedule } from '@/api/types';
import { jobKeys } from './keys';

export const schedulesQuery = queryOptions({
  queryKey: jobKeys.schedules,
  queryFn: async ({ signal }) => (await api.get<{ items: Schedule[] }>('/jobs/schedules', { signal })).items,
});

export const jobSummaryQuery = queryOptions({
  queryKey: jobKeys.summary,
  queryFn: ({ signal }) => api.get<JobSummary>('/jobs/summary', { signal }),
});

export function runsQuery(filter: { state?: string | undefined; name?: string | undefined }) {
  return infiniteQueryOptions({
    queryKey: jobKeys.runs(filter),
    queryFn: ({ pageParam, signal }) => api.get<Page<Run>>('/jobs', { signal, query: { ...filter, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

export function runQuery(id: string) {
  return queryOptions({
    queryKey: jobKeys.run(id),
    queryFn: ({ signal }) => api.get<Run>(`/jobs/${id}`, { signal }),
  });
}
