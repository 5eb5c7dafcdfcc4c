import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { MessageStatus, StatusKind } from '@/api/types';
import { useProblemTextOf } from '@/app/useProblemText';
import { toast } from '@/ui/toasts';
import { catchUp } from '../log/catchUp';
import { refreshDecisions } from './decisionsQuery';

export type WantedStatus = { status: StatusKind | null; decisionBy?: string | undefined; dueAt?: string | undefined };

/** Says how the matter of a message stands; what stood there before can be brought back. */
export function useSetStatus(conversationId: string) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const problemOf = useProblemTextOf();
  const put = useMutation({
    mutationFn: ({ number, wanted }: { number: number; wanted: WantedStatus }) => api.put(`/conversations/${conversationId}/messages/${number}/status`, wanted),
    onSuccess: async () => {
      await catchUp(cache, conversationId);
      refreshDecisions(cache, conversationId);
    },
    onError: (error) => toast(problemOf(error), { tone: 'danger' }),
  });

  const set = (number: number, wanted: WantedStatus, before: MessageStatus | undefined, onDone?: () => void) =>
    put.mutate(
      { number, wanted },
      {
        onSuccess: () => {
          onDone?.();
          toast(t(`decisions.told.${wanted.status ?? 'none'}`), { action: { label: t('do.undo'), run: () => put.mutate({ number, wanted: wantedAgain(before) }) } });
        },
      },
    );
  return { set, busy: put.isPending };
}

/** How to ask again for what stood there; who has decided belongs to a decision alone. */
function wantedAgain(before: MessageStatus | undefined): WantedStatus {
  if (before?.status !== 'needsDecision') return { status: before?.status ?? null };
  return { status: before.status, decisionBy: before.decisionBy?.participantId, dueAt: before.dueAt };
}
