import type { Locale } from '@/api/types';
import { russianCities } from './zoneCities';

export type TimeZoneOption = { value: string; label: string };

/** All zones the browser knows, by the name that people use and the present offset: «Екатеринбург, UTC+5». */
export function timeZoneOptions(locale: Locale, current: string): TimeZoneOption[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), current].filter(Boolean));
  return Array.from(zones, (zone) => ({ value: zone, ...describe(zone, locale) }))
    .sort((one, other) => one.minutes - other.minutes || one.label.localeCompare(other.label, locale))
    .map(({ value, label }) => ({ value, label }));
}

function describe(zone: string, locale: Locale): { label: string; minutes: number } {
  const offset = longOffset(zone);
  const place = (locale === 'ru' ? russianCities[zone] : undefined) ?? city(zone);
  return { label: `${place}, ${shortOffset(offset)}`, minutes: offsetMinutes(offset) };
}

function longOffset(zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(new Date());
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  } catch {
    return '';
  }
}

function offsetMinutes(offset: string): number {
  const match = /([+-])(\d\d):?(\d\d)/.exec(offset);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function shortOffset(offset: string): string {
  const minutes = offsetMinutes(offset);
  const hours = Math.trunc(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

function city(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
