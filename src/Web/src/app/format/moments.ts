import type { TFunction } from 'i18next';
import { clockTime, type DateReader, dayIndex, daysAgo, longDay, shortDay, weekdayLong, weekdayShort } from './dates';

/** In a list row: 10:42, «вчера», «пн», 12 окт, 12.10.25. */
export function rowMoment(at: string, reader: DateReader, t: TFunction): string {
  const days = daysAgo(at, reader);
  if (days <= 0) return clockTime(at, reader);
  if (days === 1) return t('date.yesterday');
  if (days < 7) return weekdayShort(at, reader);
  return shortDay(at, reader);
}

/** The line between two days of a conversation. */
export function dayLine(at: string, reader: DateReader, t: TFunction): string {
  const days = daysAgo(at, reader);
  if (days <= 0) return t('date.today');
  if (days === 1) return t('date.yesterday');
  return weekdayLong(at, reader);
}

/** In running text: «только что», «5 мин», «сегодня в 10:42», «вчера в 18:02», «12 октября». */
export function textMoment(at: string, reader: DateReader, t: TFunction): string {
  const minutes = Math.floor((reader.now - Date.parse(at)) / 60_000);
  if (minutes < 1 && minutes > -1) return t('date.justNow');
  if (minutes >= 1 && minutes < 60) return t('date.minutesAgo', { count: minutes });
  const days = daysAgo(at, reader);
  const time = clockTime(at, reader);
  if (days === 0) return t('date.todayAt', { time });
  if (days === 1) return t('date.yesterdayAt', { time });
  return longDay(at, reader);
}

/** A moment to come or gone by, with its time of day: «сегодня в 18:00», «27 ноября в 11:20». */
export function exactMoment(at: string, reader: DateReader, t: TFunction): string {
  const time = clockTime(at, reader);
  const days = dayIndex(at, reader) - dayIndex(reader.now, reader);
  if (days === 0) return t('date.todayAt', { time });
  if (days === -1) return t('date.yesterdayAt', { time });
  return t('date.dayAt', { day: longDay(at, reader), time });
}
