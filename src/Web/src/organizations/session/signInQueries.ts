import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { DemoSignIn, SetupState } from '@/api/types';

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.get<SetupState>('/setup', { signal }),
  staleTime: 60_000,
});

/** The demo accounts; the route exists only in development with the demo loaded. */
export const demoSignInsQuery = queryOptions({
  queryKey: ['demoSignIns'],
  queryFn: async ({ signal }): Promise<DemoSignIn[]> => {
    try {
      return (await api.get<{ items: DemoSignIn[] }>('/development/sign-ins', { signal })).items;
    } catch (error) {
      if (asProblem(error)?.isNotFound) return [];
      throw error;
    }
  },
  staleTime: Infinity,
  retry: false,
});
