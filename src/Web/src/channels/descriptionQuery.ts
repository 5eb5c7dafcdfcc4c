import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { ChannelDescription } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';

export function descriptionQuery(id: string) {
  return queryOptions({
    queryKey: conversationKeys.description(id),
    queryFn: ({ signal }) => api.getTagged<ChannelDescription>(`/channels/${id}/description`, { signal }),
    staleTime: 60_000,
  });
}
