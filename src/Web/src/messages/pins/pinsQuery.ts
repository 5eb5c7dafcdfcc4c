import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { MessageEntry, Page } from '@/api/types';
import { useProblemTextOf } from '@/app/useProblemText';
import { conversationKeys } from '@/conversations/keys';
import { toast } from '@/ui/toasts';
import { catchUp } from '../log/catchUp';

export function pinsQuery(id: string) {
  return queryOptions({
    queryKey: conversationKeys.pins(id),
    queryFn: async ({ signal }) => (await api.get<Page<MessageEntry>>(`/conversations/${id}/pins`, { signal })).items,
    staleTime: Infinity,
  });
}

export function usePin(conversationId: string) {
  const cache = useQueryClient();
  const problemOf = useProblemTextOf();
  return useMutation({
    mutationFn: ({ number, on }: { number: number; on: boolean }) => {
      const path = `/conversations/${conversationId}/messages/${number}/pin`;
      return on ? api.put(path) : api.delete(path);
    },
    onSuccess: async () => {
      await catchUp(cache, conversationId);
      await cache.invalidateQueries({ queryKey: conversationKeys.pins(conversationId) });
    },
    onError: (error) => toast(problemOf(error), { tone: 'danger' }),
  });
}

/** Another order of what is pinned: shown at once, and taken back where the server refuses it. */
export function useOrderPins(conversationId: string) {
  const cache = useQueryClient();
  const problemOf = useProblemTextOf();
  const key = conversationKeys.pins(conversationId);
  return useMutation({
    mutationFn: (order: MessageEntry[]) => api.put<Page<MessageEntry>>(`/conversations/${conversationId}/pins`, { numbers: order.map(({ number }) => number) }),
    onMutate: async (order) => {
      await cache.cancelQueries({ queryKey: key });
      cache.setQueryData(key, order);
    },
    onSuccess: ({ items }) => cache.setQueryData(key, items),
    onError: (error) => {
      toast(problemOf(error), { tone: 'danger' });
      void cache.invalidateQueries({ queryKey: key });
    },
  });
}
