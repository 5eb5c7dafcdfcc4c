import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelDescription } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import classes from './Description.module.css';

export function DescriptionFacts({ description }: { description: ChannelDescription }) {
  const { t } = useTranslation();
  const dates = useDates(description);
  const { summary, responsible, work, text } = description;
  return (
    <div className={classes.facts}>
      {summary && <p className={classes.summary}>{summary}</p>}
      <dl className={classes.list}>
        <Fact name={t('channels.description.responsible')} value={responsible?.displayName} />
        <Fact name={t('channels.description.work')} value={work} />
        <Fact name={t('channels.description.dates')} value={dates} />
      </dl>
      {text && <p className={classes.text}>{text}</p>}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  if (!value) return null;
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Days of the calendar, the same in every time zone. */
function useDates({ startsOn, endsOn }: ChannelDescription): string | undefined {
  const { t } = useTranslation();
  const reader = { ...useDateReader(), timeZone: 'UTC' };
  const from = startsOn && longDay(startsOn, reader);
  const until = endsOn && longDay(endsOn, reader);
  if (from && until) return t('channels.description.between', { from, until });
  if (from) return t('channels.description.from', { date: from });
  return until && t('channels.description.until', { date: until });
}
