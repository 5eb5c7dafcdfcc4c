import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import type { ConversationItem } from '@/api/types';
import { applyEvent } from '@/app/live/applyEvent';
import { allConversations, conversationKeys, type ConversationFilter } from '@/conversations/keys';
import { patchRow, raiseRow } from '@/conversations/list/listCache';
import { plainText, previewOf } from '@/conversations/list/preview';
import { lastMessageOf, rowsOf } from '@/conversations/list/rows';
import { keepOrder } from '@/conversations/list/useCalmOrder';
import { conversationsQuery } from '@/conversations/queries';
import { cacheWith, pagesOf, rowsIn, setRows } from '../cache';
import { at, byMaria, byNikolai, conversation, happened, message, nikolai, posted, row, tombstone, vektor } from '../cast';
import { eventually } from '../eventually';
import { serve, underway } from '../server';

const idsOf = (rows: ConversationItem[]) => rows.map(({ id }) => id);
const unread: ConversationFilter = { show: 'unread', query: '' };
const managed: ConversationFilter = { show: 'managed', query: '' };

describe('The list of chats', () => {
  test('a chat that moved between two pages while they were read stands there once', () => {
    expect(idsOf(rowsOf(pagesOf([row('delo'), row(vektor)], [row(vektor), row('omega')])))).toEqual(['delo', vektor, 'omega']);
  });

  test('a raised chat comes first, whichever page it was on', () => {
    const cache = cacheWith({});
    cache.setQueryData(conversationKeys.list(allConversations), pagesOf([row('delo')], [row('omega'), row(vektor)]));
    raiseRow(cache, row(vektor, { unreadCount: 1 }));
    expect(idsOf(rowsIn(cache))).toEqual([vektor, 'delo', 'omega']);
    expect(rowsIn(cache)[0]?.unreadCount).toBe(1);
  });

  test('a change of a chat shows in every list that holds it', () => {
    const cache = cacheWith({ rows: [row(vektor)] });
    setRows(cache, [row(vektor)], unread);
    patchRow(cache, vektor, { name: 'Сайт | Вектор' });
    expect([rowsIn(cache)[0]?.name, rowsIn(cache, unread)[0]?.name]).toEqual(['Сайт | Вектор', 'Сайт | Вектор']);
  });

  test('a narrower list that does not hold the chat asks anew, and holds nothing wrong meanwhile', () => {
    const cache = cacheWith({ rows: [row(vektor)] });
    setRows(cache, [row('delo')], unread);
    raiseRow(cache, row(vektor, { unreadCount: 1 }));
    expect(idsOf(rowsIn(cache, unread))).toEqual(['delo']);
    expect(cache.getQueryState(conversationKeys.list(unread))?.isInvalidated).toBe(true);
  });

  test('what an administrator manages without reading it takes nothing from messages', () => {
    const cache = cacheWith({ rows: [row(vektor)] });
    setRows(cache, [row('delo'), row(vektor)], managed);
    raiseRow(cache, row(vektor, { lastMessage: lastMessageOf(message(1)) }));
    expect(idsOf(rowsIn(cache, managed))).toEqual(['delo', vektor]);
    expect(rowsIn(cache, managed)[1]?.lastMessage).toBeNull();
  });

  test('rows keep their places under a pointer that is about to click, with their new content', () => {
    const now = [row(vektor, { unreadCount: 1 }), row('delo')];
    const kept = keepOrder(now, ['delo', vektor]);
    expect(idsOf(kept)).toEqual(['delo', vektor]);
    expect(kept[1]?.unreadCount).toBe(1);
  });

  test('a chat that closed is not kept there by the pointer', () => {
    expect(idsOf(keepOrder([row('delo')], ['delo', vektor]))).toEqual(['delo']);
  });
});

describe('An answer that live events have overtaken', () => {
  const open = async (rows: ConversationItem[], mended: object, happen: (cache: ReturnType<typeof cacheWith>) => void) => {
    const cache = cacheWith({});
    const list = underway<object>();
    const server = serve({ 'GET /conversations': () => list.answer, [`GET /conversations/${vektor}`]: mended });
    const reading = cache.fetchInfiniteQuery(conversationsQuery(allConversations));
    await eventually(() => expect(server.asked).toHaveLength(1));
    happen(cache);
    list.arrive({ items: rows, nextCursor: null });
    await reading;
    return cache;
  };

  test('takes the message that came meanwhile', async () => {
    const stale = [row('delo', { lastActivityAt: at(5) }), row(vektor, { lastActivityAt: at(1) })];
    const fresh = conversation(vektor, { unreadCount: 1, lastMessage: lastMessageOf(message(9)), lastActivityAt: at(9) });
    const cache = await open(stale, fresh, (on) => applyEvent(on, nikolai, posted(message(9))));
    await eventually(() => expect(rowsIn(cache)[0]).toMatchObject({ id: vektor, unreadCount: 1, lastMessage: { number: 9 } }));
  });

  test('lets a chat that was only read or renamed stay in its place', async () => {
    const stale = [row('delo', { lastActivityAt: at(5) }), row(vektor, { lastActivityAt: at(1) })];
    const cache = await open(stale, conversation(vektor, { name: 'Сайт | Вектор', lastActivityAt: at(1) }), (on) => applyEvent(on, nikolai, happened('conversationChanged', vektor)));
    await eventually(() => expect(rowsIn(cache).find(({ id }) => id === vektor)?.name).toBe('Сайт | Вектор'));
    expect(idsOf(rowsIn(cache))).toEqual(['delo', vektor]);
  });

  test('loses the chat that closed meanwhile', async () => {
    const cache = await open([row('delo'), row(vektor)], new Response(null, { status: 404 }), (on) => applyEvent(on, nikolai, happened('conversationDisappeared', vektor)));
    await eventually(() => expect(idsOf(rowsIn(cache))).toEqual(['delo']));
  });
});

describe('The line below the name', () => {
  const of = (change: Partial<ConversationItem>, isGuest = false) => previewOf(row(vektor, change), 'nikolai', isGuest, i18next.t);

  test('says who wrote what, and «Вы» for oneself', () => {
    expect(of({ lastMessage: lastMessageOf(message(1)) })).toEqual({ author: 'Мария Ким', text: 'Сообщение 1' });
    expect(of({ lastMessage: lastMessageOf(message(1, byNikolai)) }).author).toBe('Вы');
  });

  test('needs no name in a chat of two', () => {
    expect(of({ kind: 'direct', lastMessage: lastMessageOf(message(1)) }).author).toBeUndefined();
  });

  test('says that a message was deleted, and that there is none yet', () => {
    expect(of({ lastMessage: lastMessageOf(tombstone(1, 2)) }).text).toBe('Сообщение удалено');
    expect(of({}).text).toBe('Сообщений пока нет');
  });

  test('does not tell a guest who in the company did something', () => {
    const lastMessage = lastMessageOf({ kind: 'system', number: 1, revision: 1, conversationId: vektor, createdAt: at(1), system: { type: 'added', by: byNikolai, person: byMaria } });
    expect(of({ lastMessage }).text).toContain('Николай Орлов');
    expect(of({ lastMessage }, true).text).not.toContain('Николай Орлов');
  });

  test.each([
    ['**важно** и _срочно_', 'важно и срочно'],
    ['строка\n\nи ещё', 'строка и ещё'],
    ['`код` ~~старое~~', 'код старое'],
    ['2 * 3 = 6', '2 * 3 = 6'],
  ])('%j reads %j', (text, plain) => expect(plainText(text)).toBe(plain));
});
