import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { createIntention } from '@/api/idempotency';
import type { Contact } from '@/api/types';
import { useProblemTextOf } from '@/app/useProblemText';
import { conversationKeys } from '@/conversations/keys';
import { toast } from '@/ui/toasts';
import { contactKeys } from '../contactQueries';
import { radarKey } from './radarKey';

/** A client in a chat, and the contact that he is said to be. */
export type ClientLink = { conversationId: string; participantId: string; clientName: string; externalId: string; contactName: string };

const pathOf = ({ conversationId, participantId }: Pick<ClientLink, 'conversationId' | 'participantId'>) => `/conversations/${conversationId}/participants/${participantId}/contact`;
const put = (link: ClientLink) => api.put(pathOf(link), { externalId: link.externalId });
const part = (link: ClientLink) => api.delete(`${pathOf(link)}?externalId=${encodeURIComponent(link.externalId)}`);

/** Says who a client is, and takes it back while the toast stands. */
export function useLinkClient() {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const undo = useUndo(part);
  return useMutation({
    mutationFn: put,
    onSuccess: (_, link) => {
      toast(t('radar.linking.done', { client: link.clientName, contact: link.contactName }), { action: { label: t('do.undo'), run: () => undo.mutate(link) } });
      return refresh(link.conversationId);
    },
  });
}

export function useUnlinkClient() {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const undo = useUndo(put);
  return useMutation({
    mutationFn: part,
    onSuccess: (_, link) => {
      toast(t('radar.linking.removed', { name: link.clientName }), { action: { label: t('do.undo'), run: () => undo.mutate(link) } });
      return refresh(link.conversationId);
    },
  });
}

export function useCreateContact(conversationId: string) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [intention] = useState(createIntention);
  return useMutation({
    mutationFn: (body: { participantId: string; name: string }) => api.post<Contact>('/crm/contacts', body, { headers: intention(body) }),
    onSuccess: ({ name }) => {
      toast(t('radar.creating.done', { name }));
      return refresh(conversationId);
    },
  });
}

function useUndo(act: (link: ClientLink) => Promise<unknown>) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const problemOf = useProblemTextOf();
  return useMutation({
    mutationFn: act,
    onSuccess: (_, { conversationId }) => {
      toast(t('radar.linking.undone'));
      return refresh(conversationId);
    },
    onError: (error) => toast(problemOf(error), { tone: 'danger' }),
  });
}

function useRefresh() {
  const cache = useQueryClient();
  return (conversationId: string) =>
    Promise.all(
      [radarKey, contactKeys.all, conversationKeys.participants(conversationId), conversationKeys.viewers(conversationId)].map((queryKey) => cache.invalidateQueries({ queryKey })),
    );
}
