import { beforeEach, describe, expect, test } from 'vitest';
import type { Changes, Entry, MessageEntry, MessagePage, Replies } from '@/api/types';
import { applyEvent } from '@/app/live/applyEvent';
import { dayIndex } from '@/app/format/dates';
import { conversationKeys } from '@/conversations/keys';
import { catchUp, forgetHeard, takeLive } from '@/messages/log/catchUp';
import { applyOne, lastShownOf, type Log } from '@/messages/log/log';
import { loadPage, logQuery, threadQuery } from '@/messages/log/logQuery';
import { isReply, unreadReplies } from '@/messages/threads/replies';
import { buildThreadRows } from '@/messages/threads/threadRows';
import { cacheWith, logIn, logOfEntries, numbersIn, rowsIn } from '../cache';
import { at, byElena, byMaria, byNikolai, message, nikolai, row, tombstone, vektor } from '../cast';
import { eventually } from '../eventually';
import { serve, underway } from '../server';

const messagesPath = `GET /conversations/${vektor}/messages`;
const threadPath = `GET /conversations/${vektor}/threads/2`;
const changesPath = `GET /conversations/${vektor}/changes`;
const reply = (number: number, author = byMaria, change: Partial<MessageEntry> = {}) => message(number, author, { thread: 2, ...change });
const replies = (change: Partial<Replies>): Replies => ({ count: 1, lastNumber: 3, lastAt: at(3), people: [byMaria], ...change });
const pageOf = (items: Entry[], change: Partial<MessagePage> = {}): MessagePage => ({ items, hasBefore: false, hasAfter: false, revision: items.at(-1)?.revision ?? 0, ...change });
const changesOf = (entries: Entry[]): Changes => ({ items: entries.map((entry) => ({ revision: entry.revision, number: entry.number, entry })), revision: entries.at(-1)?.revision ?? 0, more: false, reset: false });
const rootOf = (log: Log | undefined) => log?.entries.find(({ number }) => number === 2) as MessageEntry;
const threadIn = (cache: ReturnType<typeof cacheWith>) => cache.getQueryData<Log>(conversationKeys.thread(vektor, 2));

beforeEach(() => forgetHeard(vektor));

describe('What a reply does to the message above it', () => {
  const before = logOfEntries([message(1), message(2, byNikolai), reply(3)]);
  const known = { ...before, entries: before.entries.with(1, { ...message(2, byNikolai), replies: replies({ following: true, unreadCount: 1 }) }) };

  test('it counts, stands in front of the faces, and is unread for whoever follows', () => {
    const root = rootOf(applyOne(known, 4, reply(4, byElena)).log);
    expect(root.replies).toMatchObject({ count: 2, lastNumber: 4, lastAt: at(4), unreadCount: 2 });
    expect(root.replies?.people).toEqual([byElena, byMaria]);
  });

  test('one heard twice counts once, and a tombstone not at all', () => {
    const once = applyOne(known, 4, reply(4)).log;
    expect(rootOf(applyOne(once, 5, { ...reply(4), revision: 5 }).log).replies?.count).toBe(2);
    expect(rootOf(applyOne(known, 4, { ...tombstone(4, 4), thread: 2 }).log).replies?.count).toBe(1);
  });

  test('an own reply follows the thread and has read it', () => {
    const stranger = { ...before, entries: before.entries.with(1, { ...message(2), replies: replies({ following: false, unreadCount: 0 }) }) };
    expect(rootOf(applyOne(stranger, 4, reply(4, byElena)).log).replies).toMatchObject({ count: 2, following: false, unreadCount: 0 });
    const root = rootOf(applyOne(stranger, 4, reply(4, byNikolai, { clientMessageId: 'own' })).log);
    expect(root.replies).toMatchObject({ count: 2, following: true, unreadCount: 0 });
  });

  test('the first reply is unread for whoever wrote the message, and for nobody else', () => {
    const bare = logOfEntries([message(1), message(2, byNikolai)]);
    const root = rootOf(applyOne(bare, 3, reply(3)).log);
    expect(unreadReplies(root, 'nikolai')).toBe(1);
    expect(unreadReplies(root, 'elena')).toBe(0);
  });

  test('what all are told at once leaves what is my own as it was', () => {
    const told = applyOne(known, 4, { ...message(2, byNikolai, { revision: 4, reactions: [] }), replies: replies({ count: 1 }) }).log;
    expect(rootOf(told).replies).toMatchObject({ following: true, unreadCount: 1 });
  });
});

describe('The main stream with replies folded away', () => {
  test('their numbers belong to the stretch, so that nothing is a gap', () => {
    const cache = cacheWith({ log: logOfEntries([message(1), message(2)]) });
    takeLive(cache, vektor, 3, reply(3));
    takeLive(cache, vektor, 4, message(4));
    expect(numbersIn(cache)).toEqual([1, 2, 3, 4]);
    takeLive(cache, vektor, 5, reply(5));
    expect(lastShownOf(logIn(cache))).toBe(4);
  });

  test('a page full of replies is read on until there is something to show', async () => {
    const all = [...Array.from({ length: 20 }, (_, index) => message(index + 1)), ...Array.from({ length: 150 }, (_, index) => reply(index + 21))];
    const { to } = serve({
      [messagesPath]: ({ query }) => {
        const before = Number(query.get('before') ?? 1000);
        const items = all.filter(({ number }) => number < before).slice(-Number(query.get('limit')));
        return pageOf(items, { hasBefore: (items[0]?.number ?? 1) > 1, revision: 170 - to('GET', `/conversations/${vektor}/messages`).length });
      },
    });
    const page = await loadPage(vektor, {});
    expect(page.items.map(({ number }) => number)).toEqual(all.map(({ number }) => number));
    expect(page.hasBefore).toBe(false);
    expect(page.revision).toBe(168);
    expect(page.items.filter((entry) => !isReply(entry))).toHaveLength(20);
  });

  test('a conversation without threads is read page by page as before', async () => {
    const { asked } = serve({ [messagesPath]: pageOf([message(3)], { hasBefore: true }) });
    await loadPage(vektor, {});
    expect(asked).toHaveLength(1);
  });

  test('a reply raises the chat in the list and changes neither its last line nor its counter', () => {
    const last = { number: 2, kind: 'message' as const, createdAt: at(2), author: byMaria, text: 'Сообщение 2' };
    const cache = cacheWith({ rows: [row('other'), row(vektor, { lastMessage: last, unreadCount: 1 })] });
    applyEvent(cache, nikolai, { type: 'messagePosted', conversationId: vektor, number: 3, revision: 3, at: at(3), data: { entry: reply(3) } });
    expect(rowsIn(cache)[0]).toMatchObject({ id: vektor, lastMessage: last, unreadCount: 1, lastActivityAt: at(3) });
  });
});

describe('A thread beside its conversation', () => {
  const page = { items: [reply(3)], hasBefore: false, hasAfter: false, revision: 3, root: { ...message(2), replies: replies({}) }, readNumber: 2, unreadCount: 1 };

  test('takes its own replies, passes over the rest, and misses nothing', async () => {
    const cache = cacheWith({});
    serve({ [threadPath]: page, [changesPath]: changesOf([message(4), reply(5), reply(6)]) });
    await cache.fetchQuery(threadQuery(cache, vektor, 2));
    takeLive(cache, vektor, 4, message(4));
    expect(threadIn(cache)).toMatchObject({ revision: 4, entries: [{ number: 3 }] });
    takeLive(cache, vektor, 6, reply(6));
    await eventually(() => expect(threadIn(cache)?.entries.map(({ number }) => number)).toEqual([3, 5, 6]));
    expect(threadIn(cache)?.thread?.root?.replies?.count).toBe(3);
  });

  test('a reply that comes while the thread is on its way is asked for afterwards', async () => {
    const cache = cacheWith({});
    const answer = underway<object>();
    serve({ [threadPath]: () => answer.answer, [changesPath]: changesOf([reply(4)]) });
    const reading = cache.fetchQuery(threadQuery(cache, vektor, 2));
    takeLive(cache, vektor, 4, reply(4));
    answer.arrive(page);
    await reading;
    await eventually(() => expect(threadIn(cache)?.entries.map(({ number }) => number)).toEqual([3, 4]));
  });

  test('both catch up, each from where it stands', async () => {
    const cache = cacheWith({});
    serve({ [threadPath]: page, [messagesPath]: pageOf([message(1), { ...message(2), replies: replies({}) }, reply(3)]), [changesPath]: ({ query }) => changesOf([message(4), reply(5)].filter(({ revision }) => revision > Number(query.get('after')))) });
    await cache.fetchQuery(threadQuery(cache, vektor, 2));
    await cache.fetchQuery(logQuery(cache, vektor));
    await catchUp(cache, vektor);
    expect(numbersIn(cache)).toEqual([1, 2, 3, 4, 5]);
    expect(threadIn(cache)?.entries.map(({ number }) => number)).toEqual([3, 5]);
    expect(rootOf(logIn(cache)).replies?.count).toBe(2);
  });

  test('my mark moves where it is moved in another window', async () => {
    const cache = cacheWith({ log: logOfEntries([message(1), { ...message(2), replies: replies({ following: true, unreadCount: 1 }) }, reply(3)]) });
    applyEvent(cache, nikolai, { type: 'readMoved', conversationId: vektor, at: at(4), data: { participantId: 'nikolai', number: 3, thread: 2, unreadCount: 0 } });
    await eventually(() => expect(rootOf(logIn(cache)).replies?.unreadCount).toBe(0));
  });

  test('is a flat list: the message, below their number the replies', () => {
    const onlooker = { participantId: 'nikolai', isClient: false, newFrom: undefined, dayOf: (moment: string) => dayIndex(moment, { locale: 'ru', timeZone: 'Asia/Yekaterinburg', now: Date.parse(at(0)) }) };
    const rows = buildThreadRows({ ...message(2), replies: replies({ count: 2 }) }, [reply(3), reply(4, byElena)], [], onlooker);
    expect(rows.map((one) => [one.kind, one.repliesAbove, one.dayAt !== undefined])).toEqual([['message', undefined, true], ['message', 2, false], ['message', undefined, false]]);
    expect(rows.every((one) => one.kind === 'message' && one.side === 'flat' && one.startsGroup)).toBe(true);
    expect(buildThreadRows(undefined, [reply(4)], [], onlooker).map((one) => one.repliesAbove)).toEqual([undefined]);
  });
});
