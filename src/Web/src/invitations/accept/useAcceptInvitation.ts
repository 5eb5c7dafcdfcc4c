import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Me } from '@/api/types';
import { enter } from '@/organizations/session/enter';

type Accept = { token: string; password: string; firstName: string; lastName: string };

export function useAcceptInvitation() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: Accept) => api.post<Me>('/invitations/accept', request),
    onSuccess: (me) => enter(cache, me),
  });
}
