import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '@/api/client';
import { createIntention } from '@/api/idempotency';
import type { Conversation } from '@/api/types';
import { conversationKeys } from './keys';
import { raiseRow } from './list/listCache';

/** Opens the direct chat with a person; where the two have none yet, this makes it. */
export function useOpenDirect() {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [intention] = useState(createIntention);

  return useMutation({
    mutationFn: (memberId: string) => {
      const body = { kind: 'direct', memberIds: [memberId] };
      return api.post<Conversation>('/chats', body, { headers: intention(body) });
    },
    onSuccess: async (chat) => {
      cache.setQueryData(conversationKeys.detail(chat.id), chat);
      raiseRow(cache, chat);
      await navigate({ to: '/c/$conversationId', params: { conversationId: chat.id } });
    },
  });
}
