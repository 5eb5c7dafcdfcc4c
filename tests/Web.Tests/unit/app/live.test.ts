import type { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Author, Conversation, LiveEvent, ReadMark } from '@/api/types';
import { applyEvent } from '@/app/live/applyEvent';
import { typingStore } from '@/app/live/typing';
import { conversationKeys } from '@/conversations/keys';
import { lostStore } from '@/conversations/lost';
import { readingStore } from '@/conversations/reading';
import { acceptanceStore, takeUntold } from '@/invitations/acceptances';
import { announcementStore, openChatStore } from '@/messages/announcements';
import { draftStore } from '@/messages/drafts/drafts';
import { forgetHeard } from '@/messages/log/catchUp';
import { cacheWith, logIn, logOfEntries, numbersIn, rowsIn, setRows } from '../cache';
import { at, byElena, byMaria, byNikolai, conversation, fact, happened, message, nikolai, posted, row, tombstone, vektor } from '../cast';
import { eventually } from '../eventually';
import { refusal, serve } from '../server';

const detailPath = `GET /conversations/${vektor}`;
const lastMessage = { number: 1, kind: 'message' as const, text: 'Сообщение 1', author: byMaria, createdAt: at(1) };

let cache: QueryClient;
const take = (event: LiveEvent) => applyEvent(cache, nikolai, event);
const vektorRow = () => rowsIn(cache).find(({ id }) => id === vektor);

beforeEach(() => {
  readingStore.setState({ id: undefined });
  openChatStore.setState({ id: undefined });
  announcementStore.setState({ conversationId: '', entries: [] });
  lostStore.setState({ ids: {} });
  forgetHeard(vektor);
  cache = cacheWith({ rows: [row('delo', { lastActivityAt: at(5) }), row(vektor, { lastMessage, unreadCount: 1 })], log: logOfEntries([message(1)]) });
});

describe('A new message', () => {
  test('brings its chat to the top, counted and shown', () => {
    take(posted(message(2)));
    expect(rowsIn(cache).map(({ id }) => id)).toEqual([vektor, 'delo']);
    expect(vektorRow()).toMatchObject({ unreadCount: 2, lastActivityAt: at(2), lastMessage: { text: 'Сообщение 2', author: byMaria } });
    expect(numbersIn(cache)).toEqual([1, 2]);
  });

  test('in the chat that one is reading is not unread', () => {
    readingStore.setState({ id: vektor });
    take(posted(message(2)));
    expect(vektorRow()?.unreadCount).toBe(1);
  });

  test("of one's own from another device leaves nothing unread", () => {
    take(posted(message(2, byNikolai)));
    expect(vektorRow()?.unreadCount).toBe(0);
  });

  test('that the list has already counted is not counted twice', () => {
    setRows(cache, [row(vektor, { lastMessage: { ...lastMessage, number: 2 }, unreadCount: 2 })]);
    take(posted(message(2)));
    expect(vektorRow()?.unreadCount).toBe(2);
  });

  test('that comes late does not put the row back to an earlier message', () => {
    setRows(cache, [row(vektor, { lastMessage: { ...lastMessage, number: 3, text: 'Сообщение 3' }, unreadCount: 2 })]);
    take(posted(message(2)));
    expect(vektorRow()).toMatchObject({ unreadCount: 2, lastMessage: { number: 3 } });
  });

  test('in a chat that the list does not hold yet brings the row from the server', async () => {
    setRows(cache, [row('delo')]);
    serve({ [detailPath]: conversation(vektor, { unreadCount: 1, lastMessage }) });
    take(posted(message(1)));
    await eventually(() => expect(rowsIn(cache).map(({ id }) => id)).toEqual([vektor, 'delo']));
  });

  test('in such a chat is asked for even if the chat was opened a moment ago', async () => {
    setRows(cache, [row('delo')]);
    cache.setQueryData(conversationKeys.detail(vektor), conversation(vektor, { unreadCount: 0 }));
    serve({ [detailPath]: conversation(vektor, { unreadCount: 1, lastMessage }) });
    take(posted(message(1)));
    await eventually(() => expect(vektorRow()).toMatchObject({ unreadCount: 1, lastMessage: { number: 1 } }));
  });

  test('is said to who cannot see, in the open chat only, and never one’s own', () => {
    take(posted(message(2)));
    expect(announcementStore.getState().entries).toEqual([]);
    openChatStore.setState({ id: vektor });
    take(posted(message(3, byNikolai)));
    take(posted(message(4)));
    expect(announcementStore.getState().entries.map(({ number }) => number)).toEqual([4]);
  });
});

describe('Whoever writes', () => {
  const typing = (author: Author): LiveEvent => ({ type: 'typing', conversationId: vektor, at: at(9), data: author });
  const names = () => (typingStore.getState().byConversation[vektor] ?? []).map(({ participantId }) => participantId);

  test('is named until he sends it or stops for a while', () => {
    vi.useFakeTimers();
    take(typing(byMaria));
    take(typing(byElena));
    take(typing(byMaria));
    expect(names()).toEqual(['maria', 'elena']);
    take(posted(message(2)));
    expect(names()).toEqual(['elena']);
    vi.advanceTimersByTime(6000);
    expect(typingStore.getState().byConversation).toEqual({});
    vi.useRealTimers();
  });
});

describe('Somebody who comes or goes', () => {
  test('is shown so wherever he is among the people of a chat', () => {
    const people = [{ participantId: 'maria', kind: 'member', displayName: 'Мария Ким', isClient: true, presence: 'offline' }];
    cache.setQueryData(conversationKeys.participants(vektor), people);
    take({ type: 'presenceChanged', at: at(9), data: { participantId: 'maria', presence: 'online' } });
    expect(cache.getQueryData(conversationKeys.participants(vektor))).toMatchObject([{ presence: 'online' }]);
  });
});

describe('A reaction', () => {
  const liked = { ...message(1), revision: 2, reactions: [{ emoji: '👍', people: [byMaria] }] };
  const reacted: LiveEvent = { type: 'reactionsChanged', conversationId: vektor, number: 1, revision: 2, at: at(9), data: { entry: liked } };

  test('shows under its message and moves neither the chat nor its counter', () => {
    take(reacted);
    expect(logIn(cache)?.entries[0]).toMatchObject({ reactions: [{ emoji: '👍' }] });
    expect(rowsIn(cache).map(({ id }) => id)).toEqual(['delo', vektor]);
    expect(vektorRow()?.unreadCount).toBe(1);
  });
});

describe('A pin', () => {
  const pinned: LiveEvent = { type: 'pinsChanged', conversationId: vektor, number: 1, revision: 2, at: at(9), data: { entry: { ...message(1), revision: 2, pinned: { at: at(9), by: byElena } } } };

  test('marks its message and has what is pinned asked for anew', () => {
    cache.setQueryData(conversationKeys.pins(vektor), []);
    take(pinned);
    expect(logIn(cache)?.entries[0]).toMatchObject({ pinned: { by: byElena } });
    expect(cache.getQueryState(conversationKeys.pins(vektor))?.isInvalidated).toBe(true);
  });

  test('of a message that is edited has it asked for anew, and that of another one not', () => {
    const edited = (number: number): LiveEvent => ({ type: 'messageEdited', conversationId: vektor, number, revision: number + 5, at: at(9), data: { entry: message(number) } });
    cache.setQueryData(conversationKeys.pins(vektor), [message(1)]);
    take(edited(7));
    expect(cache.getQueryState(conversationKeys.pins(vektor))?.isInvalidated).toBe(false);
    take(edited(1));
    expect(cache.getQueryState(conversationKeys.pins(vektor))?.isInvalidated).toBe(true);
  });
});

describe('A handover', () => {
  test('is the last thing in the row, but moves neither the row nor its counter', () => {
    take(posted(fact(2, { type: 'handedOver', to: { memberId: 'elena', displayName: 'Елена Белова' } })));
    expect(rowsIn(cache).map(({ id }) => id)).toEqual(['delo', vektor]);
    expect(vektorRow()).toMatchObject({ unreadCount: 1, lastActivityAt: at(0), lastMessage: { number: 2, kind: 'system' } });
  });

  test('another event of the chat moves the row, and is not an unread message', () => {
    take(posted(fact(2, { type: 'added', by: byNikolai, person: byElena })));
    expect(rowsIn(cache).map(({ id }) => id)).toEqual([vektor, 'delo']);
    expect(vektorRow()?.unreadCount).toBe(1);
  });
});

describe('An edit and a deletion', () => {
  test('an edit of the last message changes the line in the list, not its place', () => {
    serve({});
    const entry = message(1, byMaria, { revision: 2, text: 'Поправлено' });
    take({ type: 'messageEdited', conversationId: vektor, revision: 2, at: at(2), data: { entry } });
    expect(vektorRow()?.lastMessage).toMatchObject({ text: 'Поправлено' });
    expect(rowsIn(cache).map(({ id }) => id)).toEqual(['delo', vektor]);
  });

  test('a deletion leaves no word in the list and asks what is unread now', async () => {
    serve({ [detailPath]: conversation(vektor, { unreadCount: 0 }) });
    take({ type: 'messageDeleted', conversationId: vektor, revision: 2, at: at(2), data: { entry: tombstone(1, 2) } });
    expect(JSON.stringify(vektorRow())).not.toContain('Сообщение 1');
    await eventually(() => expect(vektorRow()?.unreadCount).toBe(0));
  });

  test('an edit of an earlier message leaves the line in the list', () => {
    setRows(cache, [row(vektor, { lastMessage: { ...lastMessage, number: 2, text: 'Сообщение 2' } })]);
    take({ type: 'messageEdited', conversationId: vektor, revision: 3, at: at(2), data: { entry: message(1, byMaria, { revision: 3, text: 'Поправлено' }) } });
    expect(vektorRow()?.lastMessage).toMatchObject({ text: 'Сообщение 2' });
  });
});

describe('Reading', () => {
  const moved = (participantId: string, number: number, unreadCount?: number): LiveEvent => ({
    type: 'readMoved',
    conversationId: vektor,
    at: at(3),
    data: { participantId, number, ...(unreadCount !== undefined && { unreadCount, mentionCount: 0 }) },
  });

  test("on one's other device takes the counter down here", () => {
    cache.setQueryData(conversationKeys.detail(vektor), conversation(vektor));
    take(moved('nikolai', 1, 0));
    expect(vektorRow()?.unreadCount).toBe(0);
    expect(vektorRow()?.mentionCount).toBe(0);
    expect(cache.getQueryData<Conversation>(conversationKeys.detail(vektor))?.readNumber).toBe(1);
  });

  test('of another person moves his mark and leaves the counter', () => {
    cache.setQueryData<ReadMark[]>(conversationKeys.reads(vektor), [{ participantId: 'maria', number: 1 }, { participantId: 'elena', number: 1 }]);
    take(moved('maria', 4));
    expect(cache.getQueryData<ReadMark[]>(conversationKeys.reads(vektor))).toEqual(expect.arrayContaining([{ participantId: 'maria', number: 4 }, { participantId: 'elena', number: 1 }]));
    expect(vektorRow()?.unreadCount).toBe(1);
  });
});

describe('A chat that closes', () => {
  test('takes everything of it out of the page, except the draft', () => {
    draftStore.setState({ memberId: 'nikolai', byConversation: { [vektor]: { text: 'начатое' } } });
    for (const key of [conversationKeys.detail, conversationKeys.viewers, conversationKeys.participants, conversationKeys.members, conversationKeys.reads]) cache.setQueryData(key(vektor), ['Вектор']);
    cache.setQueryData(conversationKeys.access(vektor, undefined), ['Вектор']);
    take(happened('conversationDisappeared', vektor));
    expect(cache.getQueryCache().findAll({ queryKey: conversationKeys.one(vektor) })).toEqual([]);
    expect(rowsIn(cache).map(({ id }) => id)).toEqual(['delo']);
    expect(lostStore.getState().ids).toHaveProperty(vektor);
    expect(draftStore.getState().byConversation[vektor]?.text).toBe('начатое');
  });

  test('does not come back with an answer that was on its way', async () => {
    serve({ [detailPath]: async () => (await new Promise((resolve) => setTimeout(resolve, 20)), conversation(vektor)) });
    take(happened('conversationChanged', vektor));
    take(happened('conversationDisappeared', vektor));
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(rowsIn(cache).map(({ id }) => id)).toEqual(['delo']);
    expect(cache.getQueryData(conversationKeys.detail(vektor))).toBeUndefined();
  });

  test('is recognised by the server’s «not found» as well', async () => {
    serve({ [detailPath]: refusal(404, 'conversations.notFound') });
    take(happened('conversationChanged', vektor));
    await eventually(() => expect(rowsIn(cache).map(({ id }) => id)).toEqual(['delo']));
    expect(cache.getQueryData(conversationKeys.log(vektor))).toBeUndefined();
  });

  test('and opens again is there with its row', async () => {
    take(happened('conversationDisappeared', vektor));
    serve({ [detailPath]: conversation(vektor) });
    take(happened('conversationAppeared', vektor));
    await eventually(() => expect(vektorRow()).toBeDefined());
    expect(lostStore.getState().ids).not.toHaveProperty(vektor);
  });
});

describe('Other events', () => {
  test('a changed chat takes its new name and keeps its place and counter', async () => {
    serve({ [detailPath]: conversation(vektor, { name: 'Сайт | Вектор', unreadCount: 9 }) });
    take(happened('conversationChanged', vektor));
    await eventually(() => expect(vektorRow()?.name).toBe('Сайт | Вектор'));
    expect(vektorRow()?.unreadCount).toBe(1);
    expect(rowsIn(cache).map(({ id }) => id)).toEqual(['delo', vektor]);
  });

  test('an accepted invitation is told once', () => {
    acceptanceStore.setState({ tinted: {}, untold: [] });
    take({ type: 'invitationChanged', at: at(1), data: { id: 'invitation', status: 'accepted' } });
    take({ type: 'invitationChanged', at: at(1), data: { id: 'other', status: 'revoked' } });
    expect(takeUntold()).toEqual(['invitation']);
    expect(takeUntold()).toEqual([]);
  });
});

describe('A public channel that one is not in', () => {
  const channel = conversation(vektor, { kind: 'channel', visibility: 'public', joined: false });

  test('stands in no list, however much is written there, and is asked for once', async () => {
    setRows(cache, []);
    const server = serve({ [detailPath]: () => channel });
    take(posted(message(2)));
    await eventually(() => expect(cache.getQueryData(conversationKeys.detail(vektor))).toMatchObject({ joined: false }));
    take(posted(message(3)));
    take(posted(message(4)));
    expect(server.to('GET', `/conversations/${vektor}`)).toHaveLength(1);
    expect(rowsIn(cache)).toEqual([]);
  });
});

describe('The archive', () => {
  test('takes a chat out of the list as soon as somebody puts it there', async () => {
    serve({ [detailPath]: () => conversation(vektor, { archivedAt: at(90) }), 'GET /conversations': () => ({ items: [row('delo')], nextCursor: null }) });
    take(happened('conversationChanged', vektor));
    await eventually(() => expect(rowsIn(cache).map(({ id }) => id)).toEqual(['delo']));
  });

  test('says nothing of a chat that only got another name', async () => {
    serve({ [detailPath]: () => conversation(vektor, { name: 'Вектор | Сайт' }) });
    take(happened('conversationChanged', vektor));
    await eventually(() => expect(vektorRow()?.name).toBe('Вектор | Сайт'));
  });
});
