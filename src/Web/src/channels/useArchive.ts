import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { ConversationItem } from '@/api/types';
import { useProblemText } from '@/app/useProblemText';
import { conversationKeys } from '@/conversations/keys';
import { placeRow } from '@/conversations/list/listCache';
import { toast } from '@/ui/toasts';

type Archiving = Pick<ConversationItem, 'id' | 'name'> & { into: boolean };

/** Into the archive and out of it; what slipped is taken back from the message that tells of it. */
export function useArchive() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const change = useMutation({
    mutationFn: ({ id, into }: Archiving) => (into ? api.put(`/conversations/${id}/archive`) : api.delete(`/conversations/${id}/archive`)),
    onSuccess: (_, { id, name, into }) => {
      placeRow(cache, id);
      void cache.invalidateQueries({ queryKey: conversationKeys.one(id), predicate: ({ queryKey }) => queryKey[2] !== 'log' });
      if (into) toast(t('channels.archived', { name }), { action: { label: t('do.undo'), run: () => change.mutate({ id, name, into: false }) } });
      else toast(t('channels.restored', { name }));
    },
  });
  return { archive: (chat: Pick<ConversationItem, 'id' | 'name'>, into: boolean) => change.mutate({ id: chat.id, name: chat.name, into }), isPending: change.isPending, problem: useProblemText(change.error) };
}
