import { IconArchive, IconCircleCheck, IconExclamationCircle, type Icon, IconLoader2, IconSend, IconStack2 } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { JobSummary, RunState } from '@/api/types';
import { useWords } from '@/app/i18n/useWords';
import classes from './Jobs.module.css';
import { tookWords } from './jobWords';

const slowSending = 60;

/** Six figures; those that stand for runs lead to them. */
export function Figures({ summary }: { summary: JobSummary }) {
  const { t, i18n } = useTranslation();
  const words = useWords();
  const { running, queued, succeeded, failed, parked, outboxDelaySeconds } = summary;
  const figures: { state: RunState; icon: Icon; value: number; tone?: 'danger' | 'warn' }[] = [
    { state: 'running', icon: IconLoader2, value: running },
    { state: 'queued', icon: IconStack2, value: queued },
    { state: 'succeeded', icon: IconCircleCheck, value: succeeded },
    { state: 'failed', icon: IconExclamationCircle, value: failed, ...(failed > 0 && { tone: 'danger' as const }) },
    { state: 'parked', icon: IconArchive, value: parked, ...(parked > 0 && { tone: 'warn' as const }) },
  ];

  return (
    <section className={classes.figures} aria-label={t('jobs.figures')}>
      {figures.map(({ state, icon: IconMark, value, tone }) => (
        <Link key={state} to="/jobs/runs" search={{ state }} className={classes.figure}>
          <span className={classes.figureName}>
            <IconMark size={16} stroke={1.75} aria-hidden="true" />
            {t(`jobs.figure.${state}`)}
          </span>
          <span className={classes.figureValue} data-tone={tone}>
            {words.number(value)}
          </span>
        </Link>
      ))}
      <div className={classes.figure}>
        <span className={classes.figureName}>
          <IconSend size={16} stroke={1.75} aria-hidden="true" />
          {t('jobs.figure.outbox')}
        </span>
        <span className={classes.figureValue} data-tone={outboxDelaySeconds > slowSending ? 'warn' : 'ok'}>
          {tookWords(outboxDelaySeconds * 1000, t, i18n.language)}
        </span>
      </div>
    </section>
  );
}
