import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Conversation } from '@/api/types';
import { conversationKeys } from './keys';
import { patchRow } from './list/listCache';

export function useRename(conversationId: string, onDone: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => api.patch<Conversation>(`/chats/${conversationId}`, { name }),
    onSuccess: (chat) => {
      cache.setQueryData(conversationKeys.detail(chat.id), chat);
      patchRow(cache, chat.id, { name: chat.name });
      onDone();
    },
  });
}
