import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { FinalFile, Page } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';

export function finalsQuery(conversationId: string) {
  return queryOptions({
    queryKey: conversationKeys.finals(conversationId),
    queryFn: async ({ signal }) => (await api.get<Page<FinalFile>>(`/conversations/${conversationId}/finals`, { signal })).items,
    staleTime: Infinity,
  });
}
