import { Anchor, Button, TextInput } from '@mantine/core';
import { IconCircleCheck, IconRefresh, IconWand } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { createIntention } from '@/api/idempotency';
import type { FixedNames, NameInReport } from '@/api/types';
import { NotFoundPage } from '@/app/NotFoundPage';
import { useMe } from '@/organizations/me';
import { Chip } from '@/ui/Chip';
import { type Column, DataTable, type Selection } from '@/ui/DataTable';
import { ErrorState } from '@/ui/ErrorState';
import { FormProblem } from '@/ui/FormProblem';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { toast } from '@/ui/toasts';
import { SettingsPage } from '../SettingsPage';
import classes from './NamesSettings.module.css';
import { namesReportKey, useNamesReport } from './useNamesReport';

const atOnce = 200;

export function NamesSettings() {
  const me = useMe();
  return me.role === 'guest' ? <NotFoundPage /> : <Names />;
}

function Names() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { report, names, checked, reading } = useNamesReport();
  const [wanted, setWanted] = useState<Record<string, string>>({});
  const [chosen, setChosen] = useState(new Set<string>());

  const nameFor = (row: NameInReport) => wanted[row.conversationId] ?? row.suggestion ?? row.name;
  const isFixable = (row: NameInReport) => row.canRename && nameFor(row).trim() !== '' && nameFor(row).trim() !== row.name;
  const ready = names.filter((row) => chosen.has(row.conversationId) && isFixable(row));

  const readAgain = () => {
    setChosen(new Set());
    setWanted({});
    return cache.resetQueries({ queryKey: namesReportKey });
  };
  const undo = (ids: string[]) =>
    Promise.all(ids.map((id) => api.delete<FixedNames>(`/naming/fixes/${id}`))).then(
      (undone) => {
        toast(t('names.undone', { count: undone.reduce((sum, { renamed }) => sum + renamed, 0) }));
        return readAgain();
      },
      () => toast(t('names.undoFailed'), { tone: 'danger' }),
    );
  const fix = useMutation({
    mutationFn: async (rows: NameInReport[]) => {
      const made: FixedNames[] = [];
      for (let from = 0; from < rows.length; from += atOnce) {
        const items = rows.slice(from, from + atOnce).map((row) => ({ conversationId: row.conversationId, before: row.name, after: nameFor(row).trim() }));
        made.push(await api.post<FixedNames>('/naming/fixes', { items }, { headers: createIntention()({ items }) }));
      }
      return made;
    },
    onSuccess: (made) => {
      const renamed = made.reduce((sum, one) => sum + one.renamed, 0);
      const left = made.flatMap(({ leftAlone }) => leftAlone);
      if (renamed > 0) toast(t('names.fixed', { count: renamed }), { action: { label: t('do.undo'), run: () => void undo(made.map(({ id }) => id)) } });
      if (left[0]) toast(t('names.leftAlone', { count: left.length, why: left[0].message }), { tone: 'info' });
      return readAgain();
    },
  });

  const columns: Column<NameInReport>[] = [
    { key: 'name', header: t('names.name'), card: 'title', width: '32%', cell: (row) => <Name row={row} /> },
    { key: 'why', header: t('names.why'), card: 'line', cell: ({ findings }) => <Findings messages={findings.map(({ message }) => message)} /> },
    {
      key: 'becomes',
      header: t('names.becomes'),
      card: 'line',
      width: '34%',
      cell: (row) =>
        row.canRename ? (
          <TextInput
            size="sm"
            aria-label={t('names.becomesOf', { name: row.name })}
            maxLength={200}
            value={nameFor(row)}
            onChange={(event) => {
              setWanted({ ...wanted, [row.conversationId]: event.currentTarget.value });
              setChosen(new Set(chosen).add(row.conversationId));
            }}
          />
        ) : (
          <span className={classes.note}>{t('names.notYours')}</span>
        ),
    },
  ];
  const fixable = names.filter(isFixable);
  const selection: Selection<NameInReport> = {
    ids: chosen,
    label: ({ name }) => t('names.choose', { name }),
    isOpen: isFixable,
    allLabel: t('names.chooseAll'),
    onToggle: ({ conversationId: id }) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      setChosen(next);
    },
    onToggleAll: () => setChosen(fixable.every(({ conversationId }) => chosen.has(conversationId)) ? new Set() : new Set(fixable.map(({ conversationId }) => conversationId))),
  };

  return (
    <SettingsPage
      title={t('settings.section.names')}
      lead={t('names.lead')}
      wide
      actions={
        <Button variant="default" leftSection={<IconRefresh size={17} stroke={1.75} />} loading={reading} onClick={() => void readAgain()}>
          {t('names.again')}
        </Button>
      }
    >
      <div className={classes.bar}>
        <p role="status">{t(reading ? 'names.reading' : 'names.read', { checked: t('names.checked', { count: checked }), found: names.length })}</p>
        <Button leftSection={<IconWand size={17} stroke={1.75} />} disabled={ready.length === 0} loading={fix.isPending} onClick={() => fix.mutate(ready)}>
          {ready.length > 0 ? t('names.fixSome', { count: ready.length }) : t('names.fix')}
        </Button>
      </div>
      <FormProblem error={fix.error} />
      {report.isError && names.length === 0 ? (
        <ErrorState error={report.error} what={t('what.names')} onRetry={() => void readAgain()} />
      ) : (
        <Loading pending={report.isPending} skeleton={<SkeletonRows rows={8} avatar="none" />}>
          {names.length === 0 && !reading ? (
            <StateView icon={IconCircleCheck} title={t('names.allGood')} text={t('names.allGoodText')} />
          ) : (
            <DataTable label={t('settings.section.names')} rows={names} columns={columns} idOf={({ conversationId }) => conversationId} selection={selection} />
          )}
          {report.isError && names.length > 0 && <ErrorState error={report.error} what={t('what.names')} onRetry={() => void report.fetchNextPage()} />}
        </Loading>
      )}
    </SettingsPage>
  );
}

function Name({ row: { conversationId, name, isClientChat } }: { row: NameInReport }) {
  const { t } = useTranslation();
  return (
    <span className={classes.name}>
      <Anchor component={Link} to="/c/$conversationId" params={{ conversationId } as never} c="inherit">
        {name}
      </Anchor>
      {isClientChat && <Chip tone="client">{t('chats.clientChat')}</Chip>}
    </span>
  );
}

function Findings({ messages }: { messages: string[] }) {
  return (
    <ul className={classes.findings}>
      {[...new Set(messages)].map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}
