import { Button } from '@mantine/core';
import { IconArrowLeft, IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run, RunState } from '@/api/types';
import { NotFoundPage } from '@/app/NotFoundPage';
import { Moment } from '@/app/format/Moment';
import { useMe } from '@/organizations/me';
import { type Column, DataTable } from '@/ui/DataTable';
import { ErrorState } from '@/ui/ErrorState';
import { Filters } from '@/ui/Filters';
import { Loading } from '@/ui/Loading';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { LinkButton } from '@/ui/LinkButton';
import classes from './Jobs.module.css';
import { jobName } from './jobNames';
import { resultWords, tookWords } from './jobWords';
import { runsQuery } from './queries';
import { RunStateChip } from './RunStateChip';
import { useRetryRun } from './useJobActs';

const states: RunState[] = ['running', 'queued', 'succeeded', 'failed', 'parked'];

export function RunsPage() {
  const me = useMe();
  return me.can.seeJobs ? <Runs /> : <NotFoundPage />;
}

function Runs() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { state, name } = useSearch({ from: '/app/jobs/runs' });
  const runs = useInfiniteQuery({ ...runsQuery({ state, name }), placeholderData: (before) => before });
  const rows = useMemo(() => runs.data?.pages.flatMap((page) => page.items) ?? [], [runs.data]);
  const columns = useRunColumns();

  return (
    <Page
      title={name ? t('jobs.runsOf', { name: jobName(name, t) }) : t('jobs.allRuns')}
      actions={
        <LinkButton to="/jobs" variant="default" leftSection={<IconArrowLeft size={17} stroke={1.75} />}>
          {t('jobs.backToJobs')}
        </LinkButton>
      }
    >
      <Filters
        label={t('jobs.filters')}
        value={state ?? 'all'}
        options={[{ value: 'all' as const, label: t('jobs.all') }, ...states.map((value) => ({ value, label: t(`jobs.state.${value}`) }))]}
        onChange={(next) => void navigate({ to: '/jobs/runs', search: { ...(next !== 'all' && { state: next }), ...(name && { name }) } })}
      />
      {runs.isError && !runs.data ? (
        <ErrorState error={runs.error} what={t('what.runs')} onRetry={() => void runs.refetch()} />
      ) : (
        <Loading pending={runs.isPending} skeleton={<SkeletonRows rows={8} height={56} avatar="none" />}>
          {rows.length > 0 ? (
            <DataTable<Run>
              label={t('jobs.allRuns')}
              rows={rows}
              columns={columns}
              idOf={({ id }) => id}
              onOpen={({ id }) => void navigate({ to: '/jobs/$runId', params: { runId: id } })}
              onEnd={() => runs.hasNextPage && !runs.isFetchingNextPage && void runs.fetchNextPage()}
            />
          ) : (
            <StateView icon={IconHistory} title={t('jobs.empty')} text={t('jobs.emptyText')} />
          )}
        </Loading>
      )}
    </Page>
  );
}

function useRunColumns(): Column<Run>[] {
  const { t, i18n } = useTranslation();
  return useMemo(
    () => [
      {
        key: 'job',
        header: t('jobs.column.job'),
        card: 'title',
        width: '34%',
        cell: ({ id, name, result, error }) => (
          <>
            <Link to="/jobs/$runId" params={{ runId: id }} className={classes.runName}>
              {jobName(name, t)}
            </Link>
            <span className={classes.about}>{error?.split('\n')[0] ?? (result && resultWords(result, t))}</span>
          </>
        ),
      },
      { key: 'state', header: t('jobs.column.state'), card: 'side', cell: ({ state }) => <RunStateChip state={state} /> },
      { key: 'queued', header: t('jobs.column.queued'), cell: ({ queuedAt }) => <Moment at={queuedAt} as="exact" /> },
      { key: 'took', header: t('jobs.column.took'), align: 'end', cell: ({ durationMs }) => tookWords(durationMs, t, i18n.language) },
      { key: 'attempt', header: t('jobs.column.attempt'), align: 'end', hideBelow: 'medium', cell: ({ attempt }) => attempt },
      { key: 'actions', header: t('do.actions'), hideHeader: true, align: 'end', card: 'actions', cell: (run) => run.canRetry && <RetryButton run={run} /> },
    ],
    [t, i18n.language],
  );
}

function RetryButton({ run }: { run: Run }) {
  const { t } = useTranslation();
  const retry = useRetryRun();
  return (
    <Button variant="default" size="xs" loading={retry.isPending} onClick={() => retry.mutate(run.id)}>
      {t('jobs.retry')}
    </Button>
  );
}
