import { Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlayerSkipForward } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import type { Column } from '@/ui/DataTable';
import { IconButton } from '@/ui/IconButton';
import classes from './Jobs.module.css';
import { jobAbout, jobName } from './jobNames';
import { countdown, scheduleWords, tookWords } from './jobWords';
import { RunStateChip, type ShownState } from './RunStateChip';
import { usePauseJob, useResumeJob, useRunJob } from './useJobActs';

export function useScheduleColumns(): Column<Schedule>[] {
  const { t, i18n } = useTranslation();
  return useMemo(
    () => [
      {
        key: 'job',
        header: t('jobs.column.job'),
        card: 'title',
        cell: ({ name }) => (
          <>
            <Link to="/jobs/runs" search={{ name }} className={classes.runName}>
              {jobName(name, t)}
            </Link>
            <span className={classes.about}>{jobAbout(name, t)}</span>
          </>
        ),
      },
      { key: 'schedule', header: t('jobs.column.schedule'), hideBelow: 'medium', cell: ({ schedule }) => scheduleWords(schedule, t) },
      { key: 'next', header: t('jobs.column.next'), cell: ({ nextRunAt, running, paused }) => (running ? t('jobs.now') : nextRunAt && !paused ? <NextRun at={nextRunAt} /> : '–') },
      { key: 'last', header: t('jobs.column.last'), cell: ({ last }) => (last ? <Moment at={last.startedAt ?? last.queuedAt} as="row" /> : '–') },
      { key: 'took', header: t('jobs.column.took'), align: 'end', cell: ({ last }) => tookWords(last?.durationMs, t, i18n.language) },
      { key: 'recent', header: t('jobs.column.recent'), hideBelow: 'medium', card: 'none', cell: (schedule) => <Spark schedule={schedule} /> },
      { key: 'result', header: t('jobs.column.result'), card: 'side', cell: (schedule) => <RunStateChip state={shownState(schedule)} /> },
      { key: 'actions', header: t('do.actions'), hideHeader: true, align: 'end', card: 'actions', cell: (schedule) => <ScheduleActs schedule={schedule} /> },
    ],
    [t, i18n.language],
  );
}

function shownState({ running, paused, last }: Schedule): ShownState {
  if (running) return 'running';
  if (paused) return 'paused';
  return last?.state ?? 'never';
}

/** Counts down by the second, without moving anything else. */
function NextRun({ at }: { at: string }) {
  const { t } = useTranslation();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 1000);
    return () => window.clearInterval(timer);
  }, []);
  const left = Date.parse(at) - now;
  return <time dateTime={at}>{left > 0 ? t('jobs.in', { duration: countdown(left) }) : t('jobs.soon')}</time>;
}

function Spark({ schedule: { recent } }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const longest = Math.max(1, ...recent.map(({ durationMs }) => durationMs ?? 0));
  const failed = recent.filter(({ state }) => state === 'failed' || state === 'parked').length;
  const label = t('jobs.recentSummary', { ok: recent.length - failed, failed });
  return (
    <Tooltip label={label}>
      <div className={classes.spark} role="img" aria-label={label}>
        {recent.map(({ id, state, durationMs }) => (
          <span key={id} className={classes.bar} data-state={state} style={{ height: `${Math.max(18, ((durationMs ?? 0) / longest) * 100)}%` }} />
        ))}
      </div>
    </Tooltip>
  );
}

function ScheduleActs({ schedule: { name, paused, running } }: { schedule: Schedule }) {
  const { t } = useTranslation();
  const run = useRunJob();
  const pause = usePauseJob();
  const resume = useResumeJob();
  return (
    <span className={classes.acts}>
      <IconButton icon={IconPlayerPlay} iconSize={18} label={`${t('jobs.run')}: ${jobName(name, t)}`} disabled={running || run.isPending} onClick={() => run.mutate(name)} />
      {paused ? (
        <IconButton icon={IconPlayerSkipForward} iconSize={18} label={`${t('jobs.resume')}: ${jobName(name, t)}`} onClick={() => resume.mutate(name)} />
      ) : (
        <IconButton icon={IconPlayerPause} iconSize={18} label={`${t('jobs.pause')}: ${jobName(name, t)}`} onClick={() => pause.mutate(name)} />
      )}
    </span>
  );
}
