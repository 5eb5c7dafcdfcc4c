import { useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Letter } from '@/api/types';
import { useMe } from '@/organizations/me';

/** The mailbox exists in development only, and for those who invite. */
export function useMailboxExists(): boolean {
  const me = useMe();
  return (
    useQuery({
      queryKey: ['mailbox', 'exists'],
      queryFn: async () => {
        try {
          await api.get<{ items: Letter[] }>('/development/mailbox', { query: { to: 'nobody@nowhere.invalid' } });
          return true;
        } catch (error) {
          if (asProblem(error)) return false;
          throw error;
        }
      },
      enabled: me.can.invite,
      staleTime: Infinity,
      retry: false,
    }).data ?? false
  );
}
