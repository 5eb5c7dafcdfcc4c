import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment, FilePlace, FinalFile } from '@/api/types';
import { useProblemTextOf } from '@/app/useProblemText';
import { toast } from '@/ui/toasts';
import { finalsQuery } from './finalsQuery';
import { MarkFinalDialog } from './MarkFinalDialog';
import { useFinalMark } from './useFinalMark';

type Choosing = { number: number; file: Attachment; others: FinalFile[] };

/** Marking a file as final, from wherever it is shown: asks what it replaces where there is something to replace, and can be undone. */
export function useMarkingFinal(conversationId: string): { mark: (number: number, file: Attachment) => void; unmark: (number: number, file: Attachment) => void; dialog: ReactNode } {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const problemOf = useProblemTextOf();
  const final = useFinalMark(conversationId);
  const [choosing, setChoosing] = useState<Choosing>();

  const finals = () => cache.fetchQuery(finalsQuery(conversationId));
  const put = (number: number, { id: fileId, name }: Attachment, supersedes: FilePlace | undefined) =>
    final.mutate(
      { number, fileId, on: true, supersedes },
      {
        onSuccess: () => toast(t('finals.marked', { name }), { action: { label: t('do.undo'), run: () => final.mutate({ number, fileId, on: false }) } }),
        onSettled: () => setChoosing(undefined),
      },
    );
  const mark = async (number: number, file: Attachment) => {
    try {
      const others = (await finals()).filter((other) => !isPlace(other, number, file.id));
      if (others.length > 0) setChoosing({ number, file, others });
      else put(number, file, undefined);
    } catch (error) {
      toast(problemOf(error), { tone: 'danger' });
    }
  };
  const unmark = async (number: number, { id: fileId, name }: Attachment) => {
    const replaced = (await finals().catch(() => [])).find((one) => isPlace(one, number, fileId))?.former.find(({ file }) => file.final?.supersededBy?.fileId === fileId);
    const supersedes = replaced && { number: replaced.number, fileId: replaced.file.id };
    final.mutate(
      { number, fileId, on: false },
      { onSuccess: () => toast(t('finals.unmarked', { name }), { action: { label: t('do.undo'), run: () => final.mutate({ number, fileId, on: true, supersedes }) } }) },
    );
  };

  const dialog = choosing && (
    <MarkFinalDialog {...choosing} busy={final.isPending} onChoose={(supersedes) => put(choosing.number, choosing.file, supersedes)} onClose={() => setChoosing(undefined)} />
  );
  return { mark: (number, file) => void mark(number, file), unmark: (number, file) => void unmark(number, file), dialog };
}

function isPlace(one: FinalFile, number: number, fileId: string): boolean {
  return one.number === number && one.file.id === fileId;
}
