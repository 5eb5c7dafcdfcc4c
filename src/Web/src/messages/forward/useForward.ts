import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import { newId } from '@/api/newId';
import type { Entry } from '@/api/types';
import { catchUp } from '../log/catchUp';

type Forward = { to: string; text: string };

/** Passes a message on; tried again it is still one, since its id stays as long as nothing of it changes. */
export function useForward(conversationId: string, number: number) {
  const cache = useQueryClient();
  const [ids] = useState(() => new Map<string, string>());
  return useMutation({
    mutationFn: ({ to, text }: Forward) => {
      const key = JSON.stringify([to, text]);
      const clientMessageId = ids.get(key) ?? newId();
      ids.set(key, clientMessageId);
      return api.post<Entry>(`/conversations/${to}/messages`, { clientMessageId, text, forward: { conversationId, number } });
    },
    onSuccess: (_, { to }) => void catchUp(cache, to),
  });
}
