import { useMutation, useQueryClient } from '@tanstack/react-query';
import { forgetAntiforgery } from '@/api/antiforgery';
import { api } from '@/api/client';
import { stopLive } from '@/app/live/connection';
import { forgetMember } from '@/app/memberStorage';
import { useMe } from '../me';

/** Signing out by one's own will also takes drafts and unsent messages off this device. */
export function useSignOut() {
  const cache = useQueryClient();
  const me = useMe();
  return useMutation({
    mutationFn: () => api.delete('/session'),
    onSuccess: async () => {
      await stopLive();
      forgetAntiforgery();
      forgetMember(me.id);
      cache.clear();
      window.location.assign('/sign-in');
    },
  });
}
