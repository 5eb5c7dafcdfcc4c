import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { createIntention } from '@/api/idempotency';
import type { Handover, HandoverRequest } from '@/api/types';
import { useProblemTextOf } from '@/app/useProblemText';
import { toast } from '@/ui/toasts';
import { contactKeys } from '../contactQueries';
import { recentHandoverStore } from './recentHandover';

export function useHandOver() {
  const cache = useQueryClient();
  const { t } = useTranslation();
  const undo = useUndoHandover();
  const [intention] = useState(createIntention);

  return useMutation({
    mutationFn: (request: HandoverRequest) => api.post<Handover>('/crm/handover', request, { headers: intention(request) }),
    onSuccess: (handover) => {
      recentHandoverStore.setState({ handover, at: Date.now() });
      toast(t('crm.handover.done', { count: handover.contacts }), { action: { label: t('do.undo'), run: () => undo.mutate(handover.id) } });
      return cache.invalidateQueries({ queryKey: contactKeys.all });
    },
  });
}

/** For a minute, while nothing has changed since, everything goes back to how it was. */
export function useUndoHandover() {
  const cache = useQueryClient();
  const { t } = useTranslation();
  const problemOf = useProblemTextOf();
  return useMutation({
    mutationFn: (id: string) => api.post(`/crm/handovers/${id}/undo`),
    onSuccess: () => toast(t('crm.handover.undone')),
    onError: (error) => toast(problemOf(error), { tone: 'danger' }),
    onSettled: () => {
      recentHandoverStore.setState({ handover: undefined });
      return cache.invalidateQueries({ queryKey: contactKeys.all });
    },
  });
}
