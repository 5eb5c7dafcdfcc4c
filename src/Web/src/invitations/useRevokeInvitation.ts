import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { invitationKeys } from './keys';

export function useRevokeInvitation() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/invitations/${id}`),
    onSettled: () => cache.invalidateQueries({ queryKey: invitationKeys.all }),
  });
}
