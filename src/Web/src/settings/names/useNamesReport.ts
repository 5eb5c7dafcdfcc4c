import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import type { NamesReport } from '@/api/types';

export const namesReportKey = ['naming', 'report'];

/** Reads the report part by part to its end; what has come is shown meanwhile. */
export function useNamesReport() {
  const report = useInfiniteQuery({
    queryKey: namesReportKey,
    queryFn: ({ pageParam, signal }) => api.get<NamesReport>(`/naming/report?limit=200${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    gcTime: 0,
  });
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = report;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage]);

  const pages = report.data?.pages ?? [];
  return { report, names: pages.flatMap(({ items }) => items), checked: pages.reduce((sum, { checked }) => sum + checked, 0), reading: report.isFetching };
}
