import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { conversationKeys } from '../keys';

export function useRemoveMember(conversationId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (memberId: string) => api.delete(`/conversations/${conversationId}/members/${memberId}`),
    onSuccess: () => cache.invalidateQueries({ queryKey: conversationKeys.one(conversationId), predicate: ({ queryKey }) => queryKey[2] !== 'log' }),
  });
}
