import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '@/api/client';
import { createIntention } from '@/api/idempotency';
import type { ChannelVisibility, Conversation } from '@/api/types';
import { conversationKeys } from '../keys';
import { raiseRow } from '../list/listCache';

export function useCreateChat(onCreated: () => void) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [intention] = useState(createIntention);

  return useMutation({
    mutationFn: (chat: { name: string; memberIds: string[]; visibility?: ChannelVisibility }) => {
      const body = chat.visibility ? chat : { kind: 'group', ...chat };
      return api.post<Conversation>(chat.visibility ? '/channels' : '/chats', body, { headers: intention(body) });
    },
    onSuccess: async (chat) => {
      cache.setQueryData(conversationKeys.detail(chat.id), chat);
      raiseRow(cache, chat);
      onCreated();
      await navigate({ to: '/c/$conversationId', params: { conversationId: chat.id } });
    },
  });
}
