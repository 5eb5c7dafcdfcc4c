import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Entry } from '@/api/types';
import { catchUp, takeLive } from './catchUp';

export function useEditMessage(conversationId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ number, text }: { number: number; text: string }) => api.patch<Entry>(`/conversations/${conversationId}/messages/${number}`, { text }),
    onSuccess: (entry) => takeLive(cache, conversationId, entry.revision, entry),
  });
}

export function useDeleteMessage(conversationId: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (number: number) => api.delete(`/conversations/${conversationId}/messages/${number}`),
    onSuccess: () => catchUp(cache, conversationId),
  });
}
