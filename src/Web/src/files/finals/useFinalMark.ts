import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { FilePlace } from '@/api/types';
import { useProblemTextOf } from '@/app/useProblemText';
import { conversationKeys } from '@/conversations/keys';
import { catchUp } from '@/messages/log/catchUp';
import { toast } from '@/ui/toasts';

type FinalMark = FilePlace & { on: boolean; supersedes?: FilePlace | undefined };

/** Marks a file as final, in place of a former version or beside the others, or takes the mark away. */
export function useFinalMark(conversationId: string) {
  const cache = useQueryClient();
  const problemOf = useProblemTextOf();
  return useMutation({
    mutationFn: ({ number, fileId, on, supersedes }: FinalMark) => {
      const path = `/conversations/${conversationId}/messages/${number}/final`;
      return on ? api.put(path, { fileId, ...(supersedes && { supersedes }) }) : api.delete(`${path}?fileId=${fileId}`);
    },
    onSuccess: async () => {
      await catchUp(cache, conversationId);
      await Promise.all([cache.invalidateQueries({ queryKey: conversationKeys.finals(conversationId) }), cache.invalidateQueries({ queryKey: conversationKeys.allFiles(conversationId) })]);
    },
    onError: (error) => toast(problemOf(error), { tone: 'danger' }),
  });
}
