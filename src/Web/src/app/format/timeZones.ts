import type { Locale } from '@/api/types';

export type TimeZoneOption = { value: string; label: string };

/** All zones the browser knows, by the name that people use and the present offset: «Екатеринбург, UTC+5». */
export function timeZoneOptions(locale: Locale, current: string): TimeZoneOption[] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), current].filter(Boolean));
  const options = Array.from(zones, (zone) => ({ value: zone, ...describe(zone, locale) })).sort(
    (one, other) => one.minutes - other.minutes || one.label.localeCompare(other.label, locale),
  );
  const counted = new Map<string, number>();
  for (const { label } of options) counted.set(label, (counted.get(label) ?? 0) + 1);
  return options.map(({ value, label }) => ({ value, label: (counted.get(label) ?? 0) > 1 ? `${label} (${city(value)})` : label }));
}

function describe(zone: string, locale: Locale): { label: string; minutes: number } {
  try {
    const offset = part(zone, 'en', 'longOffset');
    const name = part(zone, locale, 'shortGeneric');
    const place = /GMT|UTC|[+−-]\d/.test(name) ? city(zone) : name;
    return { label: `${place}, ${shortOffset(offset)}`, minutes: offsetMinutes(offset) };
  } catch {
    return { label: zone, minutes: 0 };
  }
}

function part(zone: string, locale: string, timeZoneName: 'longOffset' | 'shortGeneric'): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName }).formatToParts(new Date());
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
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
