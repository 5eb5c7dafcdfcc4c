import { renderHook } from '@testing-library/react';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createElement, type ReactNode } from 'react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Changes, Entry, MessagePage } from '@/api/types';
import { catchUp, forgetHeard, takeLive } from '@/messages/log/catchUp';
import { applyChanges, applyOne, withNewer, withOlder } from '@/messages/log/log';
import { logQuery } from '@/messages/log/logQuery';
import { useHistory } from '@/messages/log/useHistory';
import { cacheWith, logIn, logOfEntries, numbersIn } from '../cache';
import { byNikolai, message, tombstone, vektor } from '../cast';
import { eventually } from '../eventually';
import { type Asked, refusal, serve, underway } from '../server';

const changesPath = `GET /conversations/${vektor}/changes`;
const messagesPath = `GET /conversations/${vektor}/messages`;
const pageOf = (items: Entry[], change: Partial<MessagePage> = {}): MessagePage => ({ items, hasBefore: false, hasAfter: false, revision: items.at(-1)?.revision ?? 0, ...change });
const changesOf = (entries: Entry[], change: Partial<Changes> = {}): Changes => ({
  items: entries.map((entry) => ({ revision: entry.revision, number: entry.number, entry })),
  revision: entries.at(-1)?.revision ?? 0,
  more: false,
  reset: false,
  ...change,
});
/** The changes as the server gives them: what came after the revision that the page names. */
const changesAfter = (entries: Entry[]) => ({ query }: Asked) => changesOf(entries.filter(({ revision }) => revision > Number(query.get('after'))), { revision: Math.max(...entries.map(({ revision }) => revision)) });
const upTo = (last: number) => Array.from({ length: last }, (_, index) => message(index + 1));

beforeEach(() => forgetHeard(vektor));

describe('One change in its turn', () => {
  const log = logOfEntries(upTo(3));

  test('a new message comes last', () => {
    const next = applyOne(log, 4, message(4));
    expect(next.gap).toBe(false);
    expect(next.log).toMatchObject({ revision: 4 });
    expect(next.log.entries.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });

  test('a message heard twice stands there once', () => {
    expect(applyOne(log, 3, message(3)).log).toBe(log);
  });

  test('an edit changes the message where it stands', () => {
    const next = applyOne(log, 4, message(2, undefined, { revision: 4, text: 'Поправлено' })).log;
    expect(next.entries[1]).toMatchObject({ number: 2, text: 'Поправлено' });
    expect(next.entries).toHaveLength(3);
  });

  test('a deletion leaves no word of the message', () => {
    const next = applyOne(log, 4, tombstone(2, 4)).log;
    expect(JSON.stringify(next.entries[1])).not.toContain('Сообщение 2');
  });

  test('a skipped revision is a gap, and nothing is changed before it is filled', () => {
    const next = applyOne(log, 5, message(5));
    expect(next).toEqual({ log, gap: true });
  });

  test('a newest message does not stick to a stretch from the middle of history', () => {
    const middle = logOfEntries(upTo(3), { hasAfter: true, revision: 90 });
    expect(applyOne(middle, 91, message(91)).log.entries).toHaveLength(3);
  });

  test('an edit of a message that is not loaded adds no lone message above', () => {
    const newest = logOfEntries([message(8), message(9)], { hasBefore: true });
    expect(applyOne(newest, 10, message(2, undefined, { revision: 10 })).log.entries.map(({ number }) => number)).toEqual([8, 9]);
  });

  test("a later state keeps the id by which this device sent the message", () => {
    const own = logOfEntries([message(1, byNikolai, { clientMessageId: 'sent-here' })]);
    expect(applyOne(own, 2, message(1, byNikolai, { revision: 2, text: 'Поправлено' })).log.entries[0]).toMatchObject({ clientMessageId: 'sent-here', text: 'Поправлено' });
  });
});

describe('Pages of history', () => {
  test('older messages come in above, without doubles', () => {
    const log = withOlder(logOfEntries([message(3), message(4)], { hasBefore: true }), pageOf(upTo(3), { hasBefore: false, revision: 4 }));
    expect(log.entries.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(log.hasBefore).toBe(false);
  });

  test('newer messages come in below', () => {
    const log = withNewer(logOfEntries(upTo(2), { hasAfter: true, revision: 4 }), pageOf([message(3), message(4)]));
    expect(log.entries.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(log.hasAfter).toBe(false);
  });

  test('a page that was read before an edit does not undo it', () => {
    const edited = message(2, undefined, { revision: 9, text: 'Поправлено' });
    const log = withOlder(logOfEntries([edited, message(3)], { hasBefore: true, revision: 9 }), pageOf(upTo(2), { revision: 8 }));
    expect(log.entries.find(({ number }) => number === 2)).toMatchObject({ text: 'Поправлено' });
  });
});

describe('Filling a gap', () => {
  test('what was missed is asked for after the last known revision and put in place', async () => {
    const cache = cacheWith({ log: logOfEntries(upTo(2)) });
    const server = serve({ [changesPath]: changesOf([message(1, undefined, { revision: 3, text: 'Поправлено' }), message(3, undefined, { revision: 4 }), message(4, undefined, { revision: 5 })]) });
    takeLive(cache, vektor, 5, message(4, undefined, { revision: 5 }));
    await catchUp(cache, vektor);
    expect(server.asked.map(({ query }) => query.get('after'))).toEqual(['2']);
    expect(numbersIn(cache)).toEqual([1, 2, 3, 4]);
    expect(logIn(cache)?.entries[0]).toMatchObject({ text: 'Поправлено' });
    expect(logIn(cache)?.revision).toBe(5);
  });

  test('many events at once ask once', async () => {
    const cache = cacheWith({ log: logOfEntries(upTo(2)) });
    const server = serve({ [changesPath]: changesOf([3, 4, 5, 6].map((number) => message(number))) });
    for (const number of [4, 5, 6]) takeLive(cache, vektor, number, message(number));
    await catchUp(cache, vektor);
    expect(server.asked).toHaveLength(1);
    expect(numbersIn(cache)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('it goes on until there is no more', async () => {
    const cache = cacheWith({ log: logOfEntries(upTo(1)) });
    const server = serve({ [changesPath]: ({ query }) => (query.get('after') === '1' ? changesOf([message(2), message(3)], { more: true }) : changesOf([message(4)])) });
    await catchUp(cache, vektor);
    expect(server.asked).toHaveLength(2);
    expect(numbersIn(cache)).toEqual([1, 2, 3, 4]);
  });

  test('what comes while the answer is on its way is not lost', async () => {
    const cache = cacheWith({ log: logOfEntries(upTo(1)) });
    const first = underway<object>();
    serve({ [changesPath]: ({ query }) => (query.get('after') === '1' ? first.answer : changesOf([message(4)])) });
    const filling = catchUp(cache, vektor);
    takeLive(cache, vektor, 4, message(4));
    first.arrive(changesOf([message(2), message(3)]));
    await filling;
    expect(numbersIn(cache)).toEqual([1, 2, 3, 4]);
  });

  test('a server that has nothing new to say is not asked for ever', async () => {
    const cache = cacheWith({ log: logOfEntries(upTo(1)) });
    const server = serve({ [changesPath]: changesOf([], { revision: 1, more: true }) });
    await catchUp(cache, vektor);
    expect(server.asked).toHaveLength(1);
  });

  test('a failed attempt leaves the log as it was, and the next event tries again', async () => {
    const cache = cacheWith({ log: logOfEntries(upTo(1)) });
    let isDown = true;
    serve({ [changesPath]: () => (isDown ? refusal(503, 'unavailable') : changesOf([message(2), message(3), message(4)])) });
    takeLive(cache, vektor, 3, message(3));
    await catchUp(cache, vektor);
    expect(numbersIn(cache)).toEqual([1]);

    isDown = false;
    takeLive(cache, vektor, 4, message(4));
    await catchUp(cache, vektor);
    expect(numbersIn(cache)).toEqual([1, 2, 3, 4]);
  });

  test('where too much was missed, the log is read anew', async () => {
    const cache = cacheWith({});
    let newest = upTo(2);
    serve({ [messagesPath]: () => pageOf(newest), [changesPath]: changesOf([], { reset: true }) });
    await cache.fetchQuery(logQuery(cache, vektor));
    newest = [message(800), message(801)];
    await catchUp(cache, vektor);
    await cache.fetchQuery(logQuery(cache, vektor));
    expect(numbersIn(cache)).toEqual([800, 801]);
  });

  test('an event that comes while the log itself is on its way is asked for afterwards', async () => {
    const cache = cacheWith({});
    const page = underway<object>();
    serve({ [messagesPath]: () => page.answer, [changesPath]: changesAfter([message(3)]) });
    const reading = cache.fetchQuery(logQuery(cache, vektor));
    takeLive(cache, vektor, 3, message(3));
    page.arrive(pageOf(upTo(2)));
    await reading;
    await eventually(() => expect(numbersIn(cache)).toEqual([1, 2, 3]));
  });

  test('several changes of one message leave its last state', () => {
    const log = applyChanges(logOfEntries(upTo(2)), changesOf([message(2, undefined, { revision: 3, text: 'Раз' }), message(2, undefined, { revision: 4, text: 'Два' })]));
    expect(log.entries[1]).toMatchObject({ text: 'Два' });
    expect(log.revision).toBe(4);
  });
});

describe('Loading more while things happen', () => {
  const historyOf = (cache: QueryClient) => {
    const wrapper = ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client: cache }, children);
    return renderHook(() => useHistory(vektor), { wrapper }).result.current;
  };

  test('a message that is posted while the last page is on its way is there afterwards', async () => {
    const cache = cacheWith({ log: logOfEntries(upTo(2), { hasAfter: true, revision: 4 }) });
    const page = underway<object>();
    serve({ [messagesPath]: () => page.answer, [changesPath]: changesAfter([message(5)]) });
    const loading = historyOf(cache).newer();
    takeLive(cache, vektor, 5, message(5));
    page.arrive(pageOf([message(3), message(4)]));
    await loading;
    await eventually(() => expect(numbersIn(cache)).toEqual([1, 2, 3, 4, 5]));
  });

  test('an old message that is edited while its page is on its way shows the edit', async () => {
    const cache = cacheWith({ log: logOfEntries([message(3), message(4)], { hasBefore: true }) });
    const page = underway<object>();
    const edited = message(2, undefined, { revision: 5, text: 'Поправлено' });
    serve({ [messagesPath]: () => page.answer, [changesPath]: changesAfter([edited]) });
    const loading = historyOf(cache).older();
    takeLive(cache, vektor, 5, edited);
    page.arrive(pageOf(upTo(2), { revision: 4 }));
    await loading;
    await eventually(() => expect(logIn(cache)?.entries[1]).toMatchObject({ number: 2, text: 'Поправлено' }));
  });

  test('a page of the place that one has left does not tear a hole into the other place', async () => {
    const cache = cacheWith({ log: logOfEntries([message(80), message(81)], { hasBefore: true }) });
    const page = underway<object>();
    serve({ [messagesPath]: ({ query }) => (query.has('around') ? pageOf([message(5), message(6)], { hasAfter: true, revision: 81 }) : page.answer) });
    const history = historyOf(cache);
    const loading = history.older();
    await history.moveTo(5);
    page.arrive(pageOf([message(78), message(79)], { hasBefore: true, hasAfter: true, revision: 81 }));
    await loading;
    expect(numbersIn(cache)).toEqual([5, 6]);
  });
});
