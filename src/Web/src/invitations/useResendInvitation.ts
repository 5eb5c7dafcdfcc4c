import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Invitation } from '@/api/types';
import { invitationKeys } from './keys';

export function useResendInvitation() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Invitation>(`/invitations/${id}/resend`),
    onSettled: () => cache.invalidateQueries({ queryKey: invitationKeys.all }),
  });
}
