import type { Locale } from '@/api/types';

/** For whom a date is put into words: his language, his zone, and what time it is now. */
export type DateReader = { locale: Locale; timeZone: string; now: number };

const languages: Record<Locale, string> = { ru: 'ru-RU', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(reader: DateReader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = reader.locale + reader.timeZone + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(languages[reader.locale], { timeZone: safeZone(reader.timeZone), ...options });
  formats.set(key, made);
  return made;
}

function safeZone(timeZone: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    return undefined;
  }
}

/** The calendar day in the reader's zone, as days since 1970, so that days can be subtracted. */
export function dayIndex(at: string | number, reader: DateReader): number {
  const parts = format({ ...reader, locale: 'en' }, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(at));
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Math.round(Date.UTC(read('year'), read('month') - 1, read('day')) / 86_400_000);
}

export function daysAgo(at: string | number, reader: DateReader): number {
  return dayIndex(reader.now, reader) - dayIndex(at, reader);
}

export function sameYear(at: string | number, reader: DateReader): boolean {
  const year = format(reader, { year: 'numeric' });
  return year.format(new Date(at)) === year.format(new Date(reader.now));
}

/** 10:42 */
export function clockTime(at: string | number, reader: DateReader): string {
  return format(reader, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at));
}

/** 12 октября, 12 октября 2025 */
export function longDay(at: string | number, reader: DateReader): string {
  const day = format(reader, { day: 'numeric', month: 'long' }).format(new Date(at));
  if (sameYear(at, reader)) return glue(day);
  return glue(`${day} ${format(reader, { year: 'numeric' }).format(new Date(at)).replace(/\D/g, '')}`);
}

/** 12 окт, 12.10.25 */
export function shortDay(at: string | number, reader: DateReader): string {
  if (!sameYear(at, reader)) return format(reader, { day: '2-digit', month: '2-digit', year: '2-digit' }).format(new Date(at));
  return glue(format(reader, { day: 'numeric', month: 'short' }).format(new Date(at)).replace(/\./g, ''));
}

/** пн */
export function weekdayShort(at: string | number, reader: DateReader): string {
  return format(reader, { weekday: 'short' }).format(new Date(at));
}

/** вторник, 17 ноября */
export function weekdayLong(at: string | number, reader: DateReader): string {
  const weekday = format(reader, { weekday: 'long' }).format(new Date(at));
  return `${weekday}, ${longDay(at, reader)}`;
}

/** вторник, 17 ноября 2026, 10:42:05 */
export function fullMoment(at: string | number, reader: DateReader): string {
  return format(reader, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at));
}

function glue(text: string): string {
  return text.replace(/ /g, '\u00A0');
}
