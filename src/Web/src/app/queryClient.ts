import { QueryClient } from '@tanstack/react-query';
import { asProblem } from '@/api/problem';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => count < 2 && (asProblem(error)?.isUnreachable ?? false),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
