import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { WordLine } from '@/api/types';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { Notice } from '@/ui/Notice';
import { toast } from '@/ui/toasts';
import { sentencesOf } from './wordProblems';
import { sameWord, withWord, wordsFromCsv } from './words';
import type { useSaveWords } from './wordsQuery';

type ImportDialogProps = { file: File; items: WordLine[]; save: ReturnType<typeof useSaveWords>; onClose: () => void };

const toldAtMost = 8;

/** Says what a file of words would change before it does. */
export function ImportDialog({ file, items, save, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const read = useQuery({ queryKey: ['words-file', file.name, file.lastModified, file.size], queryFn: async () => wordsFromCsv(await file.text()), gcTime: 0 });
  const words = read.data?.words ?? [];
  const added = words.filter((word) => !items.some((item) => sameWord(item, word)));
  const changed = words.filter((word) => items.some((item) => sameWord(item, word) && (item.value ?? '') !== (word.value ?? '')));
  const next = [...added, ...changed].reduce((all, word) => withWord(all, word), items);
  const unfit = sentencesOf(save.error);

  const close = () => {
    save.reset();
    onClose();
  };
  const submit = () =>
    save.mutate(next, {
      onSuccess: () => {
        toast(t('words.imported', { count: added.length + changed.length }), { action: { label: t('do.undo'), run: () => save.mutate(items) } });
        close();
      },
    });

  return (
    <Dialog
      title={t('words.importTitle', { file: file.name })}
      onClose={close}
      onSubmit={submit}
      footer={
        <>
          <Button variant="default" onClick={close}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={added.length + changed.length === 0}>
            {t('words.import')}
          </Button>
        </>
      }
    >
      {read.data && (
        <>
          <p>{t('words.importAdds', { count: added.length })}</p>
          <p>{t('words.importChanges', { count: changed.length })}</p>
          {read.data.unread > 0 && <Notice tone="warn">{t('words.importUnread', { count: read.data.unread })}</Notice>}
        </>
      )}
      {unfit.length > 0 ? (
        <Notice tone="danger">
          {unfit.slice(0, toldAtMost).map(({ index, message }) => (
            <p key={index}>
              <b>{next[index]?.word}</b>: {message}
            </p>
          ))}
        </Notice>
      ) : (
        <FormProblem error={save.error ?? read.error} />
      )}
    </Dialog>
  );
}
