import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { useProblemTextOf } from '@/app/useProblemText';
import { toast } from '@/ui/toasts';
import { catchUp } from '../log/catchUp';

/** Puts one's emoji under a message or takes it back. */
export function useReact(conversationId: string) {
  const cache = useQueryClient();
  const problemOf = useProblemTextOf();
  return useMutation({
    mutationFn: ({ number, emoji, on }: { number: number; emoji: string; on: boolean }) => {
      const path = `/conversations/${conversationId}/messages/${number}/reactions/${encodeURIComponent(emoji)}`;
      return on ? api.put(path) : api.delete(path);
    },
    onSuccess: () => catchUp(cache, conversationId),
    onError: (error) => toast(problemOf(error), { tone: 'danger' }),
  });
}
