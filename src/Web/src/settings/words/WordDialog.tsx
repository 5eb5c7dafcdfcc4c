import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WordKind, WordLine } from '@/api/types';
import { firstSentenceOf } from './wordProblems';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { Notice } from '@/ui/Notice';
import { toast } from '@/ui/toasts';
import { kindsWithValue, sameWord, withWord, wordKinds } from './words';
import type { useSaveWords } from './wordsQuery';

type WordDialogProps = { line: WordLine | undefined; items: WordLine[]; save: ReturnType<typeof useSaveWords>; onClose: () => void };

/** A word of the dictionary: a new one, or one that is there. */
export function WordDialog({ line, items, save, onClose }: WordDialogProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<WordKind>(line?.kind ?? 'abbreviation');
  const [word, setWord] = useState(line?.word ?? '');
  const [value, setValue] = useState(line?.value ?? '');
  const hasValue = kindsWithValue.includes(kind);
  const next: WordLine = { kind, word: word.trim(), ...(hasValue && value.trim() !== '' && { value: value.trim() }) };
  const isThere = items.find((item) => sameWord(item, next) && !(line && sameWord(item, line)));
  const problem = firstSentenceOf(save.error);

  const close = () => {
    save.reset();
    onClose();
  };
  const submit = () => {
    if (next.word === '') return;
    save.mutate(withWord(items, next, line), {
      onSuccess: () => {
        toast(t('words.saved'));
        close();
      },
    });
  };

  return (
    <Dialog
      title={line ? t('words.editTitle') : t('words.add')}
      onClose={close}
      onSubmit={submit}
      footer={
        <>
          <Button variant="default" onClick={close}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={next.word === ''}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <Select
        label={t('words.kind')}
        description={t(`words.hints.${kind}`)}
        allowDeselect={false}
        value={kind}
        onChange={(chosen) => setKind(chosen ?? 'abbreviation')}
        data={wordKinds.map((one) => ({ value: one, label: t(`words.kinds.${one}`) }))}
      />
      <TextInput label={t('words.word')} maxLength={60} value={word} error={problem} data-autofocus onChange={(event) => setWord(event.currentTarget.value)} />
      {hasValue && (
        <TextInput
          label={kind === 'firstName' ? t('words.forms') : t('words.value')}
          description={kind === 'firstName' ? t('words.formsHint') : undefined}
          maxLength={200}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      {isThere && <Notice tone="warn">{t('words.isThere', { word: isThere.word })}</Notice>}
      {!problem && <FormProblem error={save.error} />}
    </Dialog>
  );
}
