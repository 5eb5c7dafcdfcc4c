import { Button, SegmentedControl, Select } from '@mantine/core';
import { IconDownload, IconPencil, IconPlus, IconTrash, IconUpload, IconVocabulary } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale, WordKind, WordLine } from '@/api/types';
import { useLocale } from '@/app/i18n/useLocale';
import { NotFoundPage } from '@/app/NotFoundPage';
import { useMe } from '@/organizations/me';
import { Chip } from '@/ui/Chip';
import { type Column, DataTable } from '@/ui/DataTable';
import { ErrorState } from '@/ui/ErrorState';
import { FormProblem } from '@/ui/FormProblem';
import { IconButton } from '@/ui/IconButton';
import { Loading } from '@/ui/Loading';
import { SearchField } from '@/ui/SearchField';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { toast } from '@/ui/toasts';
import { SettingsPage } from '../SettingsPage';
import { ImportDialog } from './ImportDialog';
import { WordDialog } from './WordDialog';
import { foundWords, wordKinds, wordsToCsv, withWord, withoutWord } from './words';
import classes from './WordsSettings.module.css';
import { useSaveWords, wordsQuery } from './wordsQuery';

export function WordsSettings() {
  const me = useMe();
  return me.can.manageOrganization ? <Words /> : <NotFoundPage />;
}

function Words() {
  const { t } = useTranslation();
  const locale = useLocale();
  const [language, setLanguage] = useState<Locale>(locale);
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<WordKind | 'all' | 'own'>('all');
  const [editing, setEditing] = useState<WordLine | 'new' | undefined>(undefined);
  const [file, setFile] = useState<File | undefined>(undefined);
  const chooser = useRef<HTMLInputElement>(null);
  const words = useQuery(wordsQuery(language));
  const save = useSaveWords(language, words.data?.etag);

  const items = words.data?.value.items ?? [];
  const removed = words.data?.value.removed ?? [];
  const found = foundWords(items, query, kind);

  const remove = (line: WordLine) =>
    save.mutate(withoutWord(items, line), { onSuccess: () => toast(t('words.removed', { word: line.word }), { action: { label: t('do.undo'), run: () => save.mutate(items) } }) });
  const bringBack = (line: WordLine) => save.mutate(withWord(items, line), { onSuccess: () => toast(t('words.saved')) });

  const columns: Column<WordLine>[] = [
    { key: 'word', header: t('words.word'), card: 'title', width: '30%', cell: ({ word, isOwn }) => <Word word={word} isOwn={isOwn} /> },
    { key: 'value', header: t('words.value'), card: 'line', cell: ({ value }) => value ?? '' },
    { key: 'kind', header: t('words.kind'), card: 'line', width: '26%', cell: ({ kind: of }) => t(`words.kinds.${of}`) },
    {
      key: 'acts',
      header: t('words.acts'),
      hideHeader: true,
      card: 'actions',
      align: 'end',
      width: '88px',
      cell: (line) => (
        <span className={classes.acts}>
          <IconButton icon={IconPencil} size={32} label={t('words.edit', { word: line.word })} onClick={() => setEditing(line)} />
          <IconButton icon={IconTrash} size={32} label={t('words.remove', { word: line.word })} disabled={save.isPending} onClick={() => remove(line)} />
        </span>
      ),
    },
  ];

  return (
    <SettingsPage
      title={t('settings.section.words')}
      lead={t('words.lead')}
      wide
      actions={
        <Button leftSection={<IconPlus size={17} stroke={1.75} />} onClick={() => setEditing('new')} disabled={!words.data}>
          {t('words.add')}
        </Button>
      }
    >
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('words.language')}
          value={language}
          onChange={(value) => setLanguage(value)}
          data={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
        />
        <SearchField className={classes.search ?? ''} label={t('words.search')} value={query} onChange={setQuery} />
        <Select
          aria-label={t('words.kind')}
          className={classes.kind}
          allowDeselect={false}
          value={kind}
          onChange={(value) => setKind(value ?? 'all')}
          data={[{ value: 'all', label: t('words.all') }, { value: 'own', label: t('words.onlyOwn') }, ...wordKinds.map((one) => ({ value: one, label: t(`words.kinds.${one}`) }))]}
        />
        <span className={classes.files}>
          <Button variant="default" leftSection={<IconUpload size={17} stroke={1.75} />} onClick={() => chooser.current?.click()} disabled={!words.data}>
            {t('words.import')}
          </Button>
          <Button variant="default" leftSection={<IconDownload size={17} stroke={1.75} />} onClick={() => download(items, language)} disabled={!words.data}>
            {t('words.export')}
          </Button>
        </span>
        <input
          ref={chooser}
          type="file"
          accept=".csv,text/csv"
          hidden
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      <FormProblem error={editing || file ? undefined : save.error} />
      {words.isError ? (
        <ErrorState error={words.error} what={t('what.words')} onRetry={() => void words.refetch()} />
      ) : (
        <Loading pending={words.isPending} skeleton={<SkeletonRows rows={8} avatar="none" />}>
          {found.length === 0 ? (
            <StateView icon={IconVocabulary} title={t('words.none')} text={t('words.noneText')} />
          ) : (
            <DataTable label={t('settings.section.words')} rows={found} columns={columns} idOf={({ kind: of, word }) => `${of} ${word}`} />
          )}
          {removed.length > 0 && (
            <section className={classes.gone}>
              <h2>{t('words.removedTitle')}</h2>
              <ul>
                {removed.map((line) => (
                  <li key={`${line.kind} ${line.word}`}>
                    <span>{line.word}</span>
                    <Button variant="subtle" size="xs" disabled={save.isPending} onClick={() => bringBack(line)} aria-label={t('words.bringBack', { word: line.word })}>
                      {t('do.undo')}
                    </Button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </Loading>
      )}
      {editing && <WordDialog line={editing === 'new' ? undefined : editing} items={items} save={save} onClose={() => setEditing(undefined)} />}
      {file && <ImportDialog file={file} items={items} save={save} onClose={() => setFile(undefined)} />}
    </SettingsPage>
  );
}

function Word({ word, isOwn }: { word: string; isOwn: true | undefined }) {
  const { t } = useTranslation();
  return (
    <span className={classes.word}>
      <b>{word}</b>
      {isOwn && <Chip tone="info">{t('words.own')}</Chip>}
    </span>
  );
}

function download(items: WordLine[], language: Locale): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([wordsToCsv(items)], { type: 'text/csv;charset=utf-8' }));
  link.download = `words-${language}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
