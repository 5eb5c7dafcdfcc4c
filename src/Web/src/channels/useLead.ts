import { type Icon, IconCrown, IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { ConversationMember } from '@/api/types';
import { useProblemTextOf } from '@/app/useProblemText';
import { conversationKeys } from '@/conversations/keys';
import { toast } from '@/ui/toasts';

export type Lead = 'handOn' | 'appoint' | 'dismiss';

/** Who may lead the chat, changed from the line of the person. */
export function leadsOf({ can }: ConversationMember, isMe: boolean): { act: Lead; icon: Icon }[] {
  const all: { act: Lead; icon: Icon }[] = [
    { act: 'handOn', icon: IconCrown },
    { act: 'appoint', icon: IconShieldCheck },
    { act: 'dismiss', icon: IconShieldOff },
  ];
  return all.filter(({ act }) => can[act] && !(isMe && act === 'handOn'));
}

export function useLead(conversationId: string) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const problemOf = useProblemTextOf();
  return useMutation({
    mutationFn: async ({ act, memberId }: { act: Lead; memberId: string; name: string }) => {
      if (act === 'handOn') await api.post(`/chats/${conversationId}/owner`, { memberId });
      else if (act === 'appoint') await api.put(`/channels/${conversationId}/administrators/${memberId}`);
      else await api.delete(`/channels/${conversationId}/administrators/${memberId}`);
    },
    onSuccess: (_, { act, name }) => {
      toast(t(act === 'handOn' ? 'channels.handedOn' : act === 'appoint' ? 'channels.appointed' : 'channels.dismissed', { name }));
      return cache.invalidateQueries({ queryKey: conversationKeys.one(conversationId), predicate: ({ queryKey }) => queryKey[2] !== 'log' });
    },
    onError: (error, { act }) => {
      if (act !== 'handOn') toast(problemOf(error), { tone: 'danger' });
    },
  });
}
