import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '@/api/types';
import { exactMoment } from '@/app/format/moments';
import { useDateReader } from '@/app/format/useDateReader';
import { Notice } from '@/ui/Notice';
import { LinkButton } from '@/ui/LinkButton';
import classes from './Jobs.module.css';
import { jobName } from './jobNames';
import { useRunJob } from './useJobActs';

/** What fails is said where one looks first, with the way to try again. */
export function FailingJobs({ schedules }: { schedules: Schedule[] }) {
  const failing = schedules.filter(({ last, running }) => !running && (last?.state === 'failed' || last?.state === 'parked'));
  return failing.map((schedule) => <FailingJob key={schedule.name} schedule={schedule} />);
}

/** The first line of an error as a sentence. */
function sentence(error: string | undefined): string {
  const line = error?.split('\n')[0]?.trim() ?? '';
  return line && !/[.!?…]$/.test(line) ? `${line}.` : line;
}

function FailingJob({ schedule: { name, last, nextRunAt, paused } }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const run = useRunJob();
  return (
    <Notice
      tone="danger"
      actions={
        <>
          <Button variant="default" size="xs" leftSection={<IconRefresh size={16} stroke={1.75} />} loading={run.isPending} onClick={() => run.mutate(name)}>
            {t('jobs.retry')}
          </Button>
          {last && (
            <LinkButton to="/jobs/$runId" params={{ runId: last.id }} variant="default" size="xs">
              {t('jobs.details')}
            </LinkButton>
          )}
        </>
      }
    >
      <span className={classes.failing}>
        <b>{t('jobs.failing', { name: jobName(name, t) })}</b> {sentence(last?.error)}{' '}
        {nextRunAt && !paused && t('jobs.failingNext', { moment: exactMoment(nextRunAt, reader, t) })}
      </span>
    </Notice>
  );
}
