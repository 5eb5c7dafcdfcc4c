import type { TFunction } from 'i18next';

/** 0,3 с; 250 мс; 1 мин 12 с */
export function tookWords(milliseconds: number | undefined, t: TFunction, language: string): string {
  if (milliseconds === undefined) return '–';
  const number = (value: number, digits: number) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  if (milliseconds < 100) return t('jobs.ms', { value: number(milliseconds, 0) });
  const seconds = milliseconds / 1000;
  if (seconds < 60) return t('jobs.seconds', { value: number(seconds, 1) });
  return t('jobs.minutes', { minutes: Math.floor(seconds / 60), seconds: Math.round(seconds % 60) });
}

const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

const daily = /^(\d{1,2}) (\d{1,2}) \* \* \*$/;

/** An ISO duration («каждые 10 мин») or a daily cron expression («каждый день в 03:40 UTC») in words; anything else as it is. */
export function scheduleWords(schedule: string, t: TFunction): string {
  const [, minute, hour] = daily.exec(schedule) ?? [];
  if (minute && hour) return t('jobs.every.dayAt', { time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` });
  const match = iso.exec(schedule);
  if (!match) return schedule;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number];
  const total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  if (total <= 0) return schedule;
  if (total % 86_400 === 0) return t('jobs.every.day', { count: total / 86_400 });
  if (total % 3600 === 0) return t('jobs.every.hour', { count: total / 3600 });
  if (total % 60 === 0) return t('jobs.every.minute', { count: total / 60 });
  return t('jobs.every.second', { count: Math.round(total) });
}

/** через 1:48 */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${hours > 0 ? pad(Math.floor((seconds % 3600) / 60)) : Math.floor(seconds / 60)}:${pad(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

const counts = ['freed', 'waiting', 'parked', 'uploads', 'files', 'contents'] as const;

/** What a run has done: a count, or the counts that are not zero. */
export function resultWords(result: string, t: TFunction): string {
  if (/^\d+$/.test(result)) return t('jobs.done.total', { count: Number(result) });
  const pairs = Array.from(result.matchAll(/(\w+)=(\d+)/g));
  if (pairs.length === 0) return result;
  const words = pairs.flatMap(([, name, value]) => {
    const known = counts.find((one) => one === name);
    return Number(value) === 0 ? [] : [known ? t(`jobs.done.${known}`, { count: Number(value) }) : `${name}: ${value}`];
  });
  return words.length > 0 ? words.join(', ') : t('jobs.done.nothing');
}
