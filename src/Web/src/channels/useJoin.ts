import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { conversationKeys } from '@/conversations/keys';
import { placeRow } from '@/conversations/list/listCache';
import { useMe } from '@/organizations/me';
import { toast } from '@/ui/toasts';

export function useJoin() {
  const { t } = useTranslation();
  const me = useMe();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => api.put(`/conversations/${id}/members/${me.id}`, { history: 'all' }),
    onSuccess: async (_, { id, name }) => {
      toast(t('channels.joined', { name }));
      placeRow(cache, id);
      await Promise.all([
        cache.invalidateQueries({ queryKey: conversationKeys.one(id), predicate: ({ queryKey }) => queryKey[2] !== 'log' }),
        cache.invalidateQueries({ queryKey: conversationKeys.openChannels }),
      ]);
    },
  });
}
