import { describe, expect, test } from 'vitest';
import type { Entry, SystemFact } from '@/api/types';
import { type DateReader, dayIndex } from '@/app/format/dates';
import { buildRows, foldedCount, type Onlooker, placeOf, type Row, rowIndexOfNumber, type SystemRow } from '@/messages/log/rows';
import { nextStart } from '@/messages/log/virtualIndex';
import type { Outgoing } from '@/messages/outbox/outbox';
import { at, byElena, byMaria, byNikolai, fact, message, vektor } from '../cast';

const inYekaterinburg: DateReader = { locale: 'ru', timeZone: 'Asia/Yekaterinburg', now: Date.parse(at(0)) };
const asNikolai: Onlooker = { participantId: 'nikolai', isClient: false, isClientChat: true, newFrom: undefined, dayOf: (moment) => dayIndex(moment, inYekaterinburg) };
const rowsOf = (entries: Entry[], change: Partial<Onlooker> = {}, pending: Outgoing[] = []) => buildRows(entries, pending, { ...asNikolai, ...change });
const groupsOf = (rows: Row[]) => rows.map((row) => (row.kind === 'system' ? 'system' : `${row.startsGroup ? '[' : ''}${row.authorId}${row.endsGroup ? ']' : ''}`));
const joined: SystemFact = { type: 'added', by: byNikolai, person: byElena };
const pending = (change: Partial<Outgoing> = {}): Outgoing => ({ clientMessageId: 'sent-here', conversationId: vektor, text: 'новое', createdAt: at(3), state: 'sending', ...change });

describe('Runs of one author', () => {
  test('messages within five minutes of each other stand together', () => {
    expect(groupsOf(rowsOf([message(1), message(2), message(3)]))).toEqual(['[maria', 'maria', 'maria]']);
  });

  test('another author begins a new run', () => {
    expect(groupsOf(rowsOf([message(1), message(2, byElena), message(3)]))).toEqual(['[maria]', '[elena]', '[maria]']);
  });

  test('a pause of more than five minutes begins a new run', () => {
    expect(groupsOf(rowsOf([message(1), message(2, byMaria, { createdAt: at(6) }), message(3, byMaria, { createdAt: at(12) })]))).toEqual(['[maria', 'maria]', '[maria]']);
  });

  test('an event of the chat between them begins a new run', () => {
    expect(groupsOf(rowsOf([message(1), fact(2, joined), message(3)]))).toEqual(['[maria]', 'system', '[maria]']);
  });

  test('the line over what is new begins a new run', () => {
    const rows = rowsOf([message(1), message(2), message(3)], { newFrom: 2 });
    expect(groupsOf(rows)).toEqual(['[maria]', '[maria', 'maria]']);
    expect(rows.map(({ isNewLine }) => isNewLine)).toEqual([false, true, false]);
  });

  test('midnight begins a new run, even within five minutes', () => {
    const rows = rowsOf([message(1, byMaria, { createdAt: '2026-11-17T18:58:00Z' }), message(2, byMaria, { createdAt: '2026-11-17T19:01:00Z' })]);
    expect(groupsOf(rows)).toEqual(['[maria]', '[maria]']);
  });
});

describe('Day lines', () => {
  const around = [message(1, byMaria, { createdAt: '2026-11-17T18:30:00Z' }), message(2, byMaria, { createdAt: '2026-11-17T19:30:00Z' })];

  test("stand where the day changes in the reader's own zone", () => {
    expect(rowsOf(around).map(({ dayAt }) => dayAt)).toEqual(['2026-11-17T18:30:00Z', '2026-11-17T19:30:00Z']);
    const inMoscow = { ...inYekaterinburg, timeZone: 'Europe/Moscow' };
    expect(rowsOf(around, { dayOf: (moment) => dayIndex(moment, inMoscow) }).map(({ dayAt }) => dayAt)).toEqual(['2026-11-17T18:30:00Z', undefined]);
  });

  test('the first row has one', () => {
    expect(rowsOf([message(1), message(2)]).map(({ dayAt }) => dayAt !== undefined)).toEqual([true, false]);
  });
});

describe('Events of the chat', () => {
  test('in a row are one row, of which many are folded', () => {
    const rows = rowsOf([1, 2, 3, 4, 5].map((number) => fact(number, joined)));
    expect(rows).toHaveLength(1);
    expect(foldedCount(rows[0] as SystemRow)).toBe(4);
  });

  test('few are not folded', () => {
    expect(foldedCount(rowsOf([fact(1, joined), fact(2, joined)])[0] as SystemRow)).toBe(0);
  });

  test('the line over what is new is never swallowed', () => {
    expect(rowsOf([fact(1, joined), fact(2, joined)], { newFrom: 2 }).map(({ isNewLine }) => isNewLine)).toEqual([false, true]);
  });

  test('each is found by its number', () => {
    const rows = rowsOf([message(1), fact(2, joined), fact(3, joined), message(4)]);
    expect([1, 2, 3, 4, 5].map((number) => rowIndexOfNumber(rows, number))).toEqual([0, 1, 1, 2, -1]);
  });
});

describe('Messages on their way', () => {
  test("stand last, in one run with one's own", () => {
    expect(groupsOf(rowsOf([message(1), message(2, byNikolai)], {}, [pending()]))).toEqual(['[maria]', '[nikolai', 'nikolai]']);
  });

  test('keep their row when they arrive, so that nothing jumps', () => {
    const before = rowsOf([message(1)], {}, [pending()]).at(-1)?.key;
    const after = rowsOf([message(1), message(2, byNikolai, { clientMessageId: 'sent-here' })]).at(-1)?.key;
    expect(after).toBe(before);
  });
});

describe('Sides', () => {
  const employee = { participantId: 'nikolai', isClient: false, isClientChat: true };
  const guest = { participantId: 'maria', isClient: true, isClientChat: true };

  test('the company stands at one side and the clients at the other', () => {
    expect([byMaria, byElena, byNikolai].map((author) => placeOf(author, employee))).toEqual([
      { side: 'left', look: 'client' },
      { side: 'right', look: 'mate' },
      { side: 'right', look: 'own' },
    ]);
  });

  test('for a guest the company is the other side', () => {
    expect([byMaria, byElena].map((author) => placeOf(author, guest).side)).toEqual(['right', 'left']);
  });

  test('where there are no clients there are no sides', () => {
    expect(placeOf(byElena, { ...employee, isClientChat: false })).toEqual({ side: 'flat', look: 'flat' });
  });
});

describe('The reading place', () => {
  test('stays while older rows come in above', () => {
    const first = nextStart(undefined, rowsOf([message(10), message(11)]));
    const second = nextStart(first, rowsOf([message(8), message(9), message(10), message(11)]));
    expect(first.index - second.index).toBe(2);
  });

  test('does not move while new rows come in below', () => {
    const first = nextStart(undefined, rowsOf([message(10)]));
    expect(nextStart(first, rowsOf([message(10), message(11)])).index).toBe(first.index);
  });
});
