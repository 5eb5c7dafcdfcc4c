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

/** An ISO duration in words («каждые 10 мин»); anything else, such as a cron expression, as it is. */
export function scheduleWords(schedule: string, t: TFunction): string {
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
