import { Button } from '@mantine/core';
import { IconArrowLeft, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '@/api/types';
import { NotFoundPage } from '@/app/NotFoundPage';
import { Moment } from '@/app/format/Moment';
import { useMe } from '@/organizations/me';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { LinkButton } from '@/ui/LinkButton';
import classes from './Jobs.module.css';
import { jobName } from './jobNames';
import { resultWords, tookWords } from './jobWords';
import { runQuery } from './queries';
import { RunStateChip } from './RunStateChip';
import { useRetryRun } from './useJobActs';

export function RunPage() {
  const me = useMe();
  return me.can.seeJobs ? <OneRun /> : <NotFoundPage />;
}

function OneRun() {
  const { t } = useTranslation();
  const { runId } = useParams({ from: '/app/jobs/$runId' });
  const run = useQuery(runQuery(runId));
  const retry = useRetryRun();

  return (
    <Page
      title={run.data ? t('jobs.oneRun', { name: jobName(run.data.name, t) }) : t('jobs.title')}
      actions={
        <>
          {run.data?.canRetry && (
            <Button leftSection={<IconRefresh size={17} stroke={1.75} />} loading={retry.isPending} onClick={() => retry.mutate(runId)}>
              {t('jobs.retry')}
            </Button>
          )}
          <LinkButton to="/jobs/runs" search={run.data ? { name: run.data.name } : {}} variant="default" leftSection={<IconArrowLeft size={17} stroke={1.75} />}>
            {t('jobs.history')}
          </LinkButton>
        </>
      }
    >
      {run.isError && !run.data ? (
        <ErrorState error={run.error} what={t('what.runs')} onRetry={() => void run.refetch()} />
      ) : (
        <Loading pending={run.isPending} skeleton={<SkeletonRows rows={4} avatar="none" />}>
          {run.data && <RunFacts run={run.data} />}
        </Loading>
      )}
    </Page>
  );
}

function RunFacts({ run: { state, queuedAt, startedAt, finishedAt, durationMs, attempt, result, error } }: { run: Run }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <dl className={classes.facts}>
        <Fact name={t('jobs.column.state')}>
          <RunStateChip state={state} />
        </Fact>
        <Fact name={t('jobs.queuedAt')}>
          <Moment at={queuedAt} as="exact" />
        </Fact>
        <Fact name={t('jobs.startedAt')}>{startedAt ? <Moment at={startedAt} as="exact" /> : '–'}</Fact>
        <Fact name={t('jobs.finishedAt')}>{finishedAt ? <Moment at={finishedAt} as="exact" /> : '–'}</Fact>
        <Fact name={t('jobs.took')}>{tookWords(durationMs, t, i18n.language)}</Fact>
        <Fact name={t('jobs.attempt')}>{attempt}</Fact>
      </dl>
      {result && (
        <>
          <h2 className={classes.title}>{t('jobs.result')}</h2>
          <p>{resultWords(result, t)}</p>
        </>
      )}
      {error && (
        <>
          <h2 className={classes.title}>{t('jobs.errorTitle')}</h2>
          <pre className={classes.trace}>{error}</pre>
        </>
      )}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
