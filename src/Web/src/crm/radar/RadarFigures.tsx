import { useTranslation } from 'react-i18next';
import type { UnlinkedFigures } from '@/api/types';
import { roughDuration } from '@/app/format/durations';
import { useWords } from '@/app/i18n/useWords';
import classes from './Radar.module.css';

export function RadarFigures({ figures: { chats, old, receivers, usualSeconds } }: { figures: UnlinkedFigures }) {
  const { t } = useTranslation();
  const words = useWords();
  const usual = usualSeconds === undefined ? undefined : roughDuration(usualSeconds * 1000);
  return (
    <section className={classes.figures} aria-label={t('radar.figures')}>
      <Figure value={words.number(chats)} name={t('radar.figure.chats', { count: chats })} />
      <Figure value={words.number(old)} name={t('radar.figure.old')} tone={old > 0 ? 'warn' : undefined} />
      <Figure value={words.number(receivers)} name={t('radar.figure.receivers', { count: receivers })} tone={receivers === 0 ? 'warn' : undefined} />
      <Figure value={usual ? t(`radar.time.${usual.unit}`, { count: usual.count }) : '–'} name={t('radar.figure.usual')} tone={usual ? 'ok' : undefined} />
    </section>
  );
}

function Figure({ value, name, tone }: { value: string; name: string; tone?: 'ok' | 'warn' | undefined }) {
  return (
    <div className={classes.figure}>
      <span className={classes.value} data-tone={tone}>
        {value}
      </span>
      <span className={classes.figureName}>{name}</span>
    </div>
  );
}
