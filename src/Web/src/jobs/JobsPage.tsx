import { IconActivity, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '@/api/types';
import { NotFoundPage } from '@/app/NotFoundPage';
import { useMe } from '@/organizations/me';
import { DataTable } from '@/ui/DataTable';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { Page } from '@/ui/Page';
import { Bone, SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { LinkButton } from '@/ui/LinkButton';
import { FailingJobs } from './FailingJobs';
import { Figures } from './Figures';
import classes from './Jobs.module.css';
import { jobSummaryQuery, schedulesQuery } from './queries';
import { useScheduleColumns } from './useScheduleColumns';

const JobCharts = lazy(async () => ({ default: (await import('./JobCharts')).JobCharts }));

export function JobsPage() {
  const me = useMe();
  return me.can.seeJobs ? <Jobs /> : <NotFoundPage />;
}

function Jobs() {
  const { t } = useTranslation();
  const summary = useQuery(jobSummaryQuery);
  const schedules = useQuery(schedulesQuery);
  const columns = useScheduleColumns();
  const failed = [summary, schedules].find((query) => query.isError && !query.data);

  if (failed) {
    return (
      <Page title={t('jobs.title')}>
        <ErrorState error={failed.error} what={t('what.jobs')} onRetry={() => void Promise.all([summary.refetch(), schedules.refetch()])} />
      </Page>
    );
  }
  return (
    <Page
      title={t('jobs.title')}
      lead={
        summary.data && (
          <span className={classes.live}>
            <span className={classes.dot} aria-hidden="true" />
            {t('jobs.nodes', { count: summary.data.nodes })}
          </span>
        )
      }
      actions={
        <LinkButton to="/jobs/runs" variant="default" leftSection={<IconHistory size={17} stroke={1.75} />}>
          {t('jobs.history')}
        </LinkButton>
      }
    >
      <Loading pending={summary.isPending || schedules.isPending} skeleton={<JobsSkeleton />}>
        {summary.data && schedules.data && (
          <>
            <Figures summary={summary.data} />
            <Suspense fallback={<div className={classes.charts} style={{ minHeight: 216 }} />}>
              <JobCharts buckets={summary.data.buckets} />
            </Suspense>
            <FailingJobs schedules={schedules.data} />
            {schedules.data.length > 0 ? (
              <DataTable<Schedule> label={t('jobs.title')} rows={schedules.data} columns={columns} idOf={({ name }) => name} />
            ) : (
              <StateView icon={IconActivity} title={t('jobs.emptyJobs')} text={t('jobs.emptyJobsText')} />
            )}
          </>
        )}
      </Loading>
    </Page>
  );
}

function JobsSkeleton() {
  return (
    <>
      <Bone width="100%" height={72} radius={12} />
      <Bone width="100%" height={216} radius={12} />
      <SkeletonRows rows={4} height={56} avatar="none" />
    </>
  );
}
