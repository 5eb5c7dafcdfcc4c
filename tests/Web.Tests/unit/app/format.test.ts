import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import type { Locale } from '@/api/types';
import { type DateReader, daysAgo, fullMoment, longDay, shortDay } from '@/app/format/dates';
import { roughDuration } from '@/app/format/durations';
import { dayLine, exactMoment, rowMoment, textMoment } from '@/app/format/moments';
import { formatPhone } from '@/app/format/phone';
import { timeZoneOptions } from '@/app/format/timeZones';
import { speak } from '@/app/i18n/i18n';
import { makeWords } from '@/app/i18n/words';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');
/** Tuesday, 17 November 2026, 12:00 in Yekaterinburg. */
const now = Date.parse('2026-11-17T07:00:00Z');
const reader = (locale: Locale = 'ru', timeZone = 'Asia/Yekaterinburg'): DateReader => ({ locale, timeZone, now });
const { t } = i18next;

describe('A moment in a list', () => {
  test.each([
    ['2026-11-17T05:42:00Z', '10:42', '10:42'],
    ['2026-11-16T19:01:00Z', '00:01', '00:01'],
    ['2026-11-16T18:59:00Z', 'вчера', 'yesterday'],
    ['2026-11-13T07:00:00Z', 'пт', 'Fri'],
    ['2026-11-11T07:00:00Z', 'ср', 'Wed'],
    ['2026-11-10T07:00:00Z', '10 нояб', '10 Nov'],
    ['2026-10-12T07:00:00Z', '12 окт', '12 Oct'],
    ['2025-10-12T07:00:00Z', '12.10.25', '12/10/25'],
  ])('%s is «%s», «%s»', async (at, russian, english) => {
    expect(plain(rowMoment(at, reader(), t))).toBe(russian);
    await speak('en');
    expect(plain(rowMoment(at, reader('en'), t))).toBe(english);
  });

  test("belongs to the day of the reader's zone, not of the server's", () => {
    const at = '2026-11-16T20:30:00Z';
    expect(daysAgo(at, reader())).toBe(0);
    expect(daysAgo(at, reader('ru', 'Europe/Moscow'))).toBe(1);
  });

  test('stands even where the zone is one that this browser does not know', () => {
    expect(rowMoment('2026-11-17T05:42:00Z', reader('ru', 'Mars/Olympus'), t)).toMatch(/^\d\d:\d\d$/);
  });
});

describe('The line between two days', () => {
  test.each([
    ['2026-11-17T05:42:00Z', 'сегодня', 'today'],
    ['2026-11-16T05:42:00Z', 'вчера', 'yesterday'],
    ['2026-11-10T05:42:00Z', 'вторник, 10 ноября', 'Tuesday, 10 November'],
    ['2025-11-10T05:42:00Z', 'понедельник, 10 ноября 2025', 'Monday, 10 November 2025'],
  ])('%s is «%s», «%s»', async (at, russian, english) => {
    expect(plain(dayLine(at, reader(), t)).toLowerCase()).toBe(russian);
    await speak('en');
    expect(plain(dayLine(at, reader('en'), t)).toLowerCase()).toBe(english.toLowerCase());
  });
});

describe('A moment in running text', () => {
  test.each([
    ['2026-11-17T06:59:31Z', 'только что'],
    ['2026-11-17T06:59:00Z', '1 мин'],
    ['2026-11-17T06:00:01Z', '59 мин'],
    ['2026-11-17T06:00:00Z', 'сегодня в 11:00'],
    ['2026-11-16T13:02:00Z', 'вчера в 18:02'],
    ['2026-10-12T07:00:00Z', '12 октября'],
  ])('%s is «%s»', (at, words) => expect(plain(textMoment(at, reader(), t))).toBe(words));

  test.each([
    ['2026-11-17T13:00:00Z', 'сегодня в 18:00'],
    ['2026-11-27T06:20:00Z', '27 ноября в 11:20'],
    ['2027-01-05T06:20:00Z', '5 января 2027 в 11:20'],
  ])('to come: %s is «%s»', (at, words) => expect(plain(exactMoment(at, reader(), t))).toBe(words));

  test('in full it has the weekday, the year and the time', () => {
    expect(plain(fullMoment('2026-11-17T05:42:00Z', reader()))).toMatch(/вторник.*17 ноября 2026.*10:42/);
  });

  test('a day never breaks in two lines', () => {
    expect(longDay('2026-10-12T07:00:00Z', reader())).not.toContain(' ');
    expect(shortDay('2026-10-12T07:00:00Z', reader())).not.toContain(' ');
  });
});

describe('Numbers in words', () => {
  const of = (unit: 'minute' | 'day', count: number) => plain(i18next.t(`duration.${unit}`, { count }));

  test.each([
    [1, 'минуту'],
    [2, 'минуты'],
    [5, 'минут'],
    [11, 'минут'],
    [12, 'минут'],
    [21, 'минуту'],
    [22, 'минуты'],
    [25, 'минут'],
    [111, 'минут'],
    [101, 'минуту'],
  ])('%i %s', (count, word) => expect(of('minute', count)).toBe(`${count} ${word}`));

  test('English knows one and many', async () => {
    await speak('en');
    expect([of('day', 1), of('day', 2), of('day', 0)]).toEqual(['1 day', '2 days', '0 days']);
  });

  test.each([
    [0, 'second', 0],
    [-5000, 'second', 0],
    [89_000, 'second', 89],
    [90_000, 'minute', 2],
    [89 * 60_000, 'minute', 89],
    [90 * 60_000, 'hour', 2],
    [35 * 3_600_000, 'hour', 35],
    [36 * 3_600_000, 'day', 2],
    [7 * 24 * 3_600_000, 'day', 7],
  ])('%i ms is said in the unit %s: %i', (milliseconds, unit, count) => expect(roughDuration(milliseconds)).toEqual({ unit, count }));

  test('a list of people ends as the language wants it', () => {
    const people = ['Мария', 'Пётр', 'Анна'];
    expect(makeWords(t, 'ru').list(people)).toBe('Мария, Пётр и Анна');
    expect(makeWords(t, 'en').list(people)).toBe('Мария, Пётр, and Анна');
  });
});

describe('Phones and zones', () => {
  test.each([
    ['+79125554017', '+7 912 555-40-17'],
    ['+442071838750', '+442071838750'],
  ])('%s reads %s', (phone, shown) => expect(plain(formatPhone(phone))).toBe(shown));

  test('zones have the names of cities and their offset, from west to east', () => {
    const zones = timeZoneOptions('ru', 'Asia/Yekaterinburg');
    expect(zones.find(({ value }) => value === 'Asia/Yekaterinburg')?.label).toBe('Екатеринбург, UTC+5');
    const places = ['America/New_York', 'Europe/Moscow', 'Asia/Vladivostok'].map((zone) => zones.findIndex(({ value }) => value === zone));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  test("a member's own zone can be chosen even if this browser does not list it", () => {
    expect(timeZoneOptions('ru', 'Mars/Olympus').some(({ value }) => value === 'Mars/Olympus')).toBe(true);
  });
});
