import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Me } from '@/api/types';

/** Who is signed in; null for nobody. Whose sign-in ends while the page is open stays known, behind the notice of it. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ client, queryKey, signal }): Promise<Me | null> => {
    try {
      return await api.get<Me>('/me', { signal });
    } catch (error) {
      if (asProblem(error)?.status === 401) return client.getQueryData<Me>(queryKey) ?? null;
      throw error;
    }
  },
  staleTime: Infinity,
});

export function useMaybeMe(): Me | undefined {
  return useQuery({ ...meQuery, enabled: false }).data ?? undefined;
}

/** Only below the signed-in part of the page, where the router has made sure of it. */
export function useMe(): Me {
  const me = useSuspenseQuery(meQuery).data;
  if (!me) throw new Error('Nobody is signed in.');
  return me;
}
