import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook } from '@testing-library/react';
import { createElement, type ReactNode, Suspense } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Me } from '@/api/types';
import { applyEvent } from '@/app/live/applyEvent';
import { draftStore } from '@/messages/drafts/drafts';
import { type Outgoing, outboxStore } from '@/messages/outbox/outbox';
import { useKeptOutbox, useOutbox } from '@/messages/outbox/useOutbox';
import { meQuery } from '@/organizations/me';
import { cacheWith, logOfEntries, numbersIn, rowsIn } from '../cache';
import { byNikolai, message, nikolai, posted, row, vektor } from '../cast';
import { type Asked, refusal, serve, underway } from '../server';

const messagesOf = (id: string) => `POST /conversations/${id}/messages`;
const bodyOf = ({ body }: Asked) => body as { clientMessageId: string; text: string; replyTo?: number; attachmentIds?: string[] };
const waiting = () => outboxStore.getState().items.map(({ text, state }) => `${text}: ${state}`);
const settled = () => vi.advanceTimersByTimeAsync(0);

let cache: QueryClient;

beforeEach(() => {
  vi.useFakeTimers();
  outboxStore.setState({ items: [] });
  draftStore.setState({ memberId: undefined, byConversation: {} });
  cache = cacheWith({ rows: [row('delo'), row(vektor, { unreadCount: 3 })], log: logOfEntries([message(1)]) });
});

// The pauses between attempts belong to the page, not to the test.
afterEach(async () => {
  cleanup();
  serve({ [messagesOf(vektor)]: message(1), [messagesOf('delo')]: message(1) });
  await vi.advanceTimersByTimeAsync(60_000);
});

function within(me: Me) {
  cache.setQueryData(meQuery.queryKey, me);
  return ({ children }: { children: ReactNode }) => createElement(QueryClientProvider, { client: cache }, createElement(Suspense, null, children));
}

function pageOf(me: Me = nikolai) {
  return renderHook(() => useOutbox(), { wrapper: within(me) }).result.current;
}

function entryOf(asked: Asked, number: number) {
  return message(number, byNikolai, { text: bodyOf(asked).text, clientMessageId: bodyOf(asked).clientMessageId });
}

describe('Sending', () => {
  test('messages of one chat leave in the order of writing, one after the other', async () => {
    const first = underway<object>();
    const server = serve({ [messagesOf(vektor)]: (asked) => (bodyOf(asked).text === 'раз' ? first.answer : entryOf(asked, 3)) });
    const { send } = pageOf();
    send(vektor, 'раз');
    send(vektor, 'два');
    await settled();
    expect(server.asked.map((one) => bodyOf(one).text)).toEqual(['раз']);

    first.arrive(message(2, byNikolai, { text: 'раз' }));
    await settled();
    expect(server.asked.map((one) => bodyOf(one).text)).toEqual(['раз', 'два']);
    expect(waiting()).toEqual([]);
    expect(numbersIn(cache)).toEqual([1, 2, 3]);
  });

  test('a chat whose messages do not get through holds up no other chat', async () => {
    serve({ [messagesOf(vektor)]: refusal(503, 'unavailable'), [messagesOf('delo')]: (asked) => ({ ...entryOf(asked, 1), conversationId: 'delo' }) });
    const { send } = pageOf();
    send(vektor, 'для Вектора');
    send('delo', 'для Дела');
    await settled();
    expect(waiting()).toEqual(['для Вектора: waiting']);
  });

  test('a reply says which message it answers', async () => {
    const server = serve({ [messagesOf(vektor)]: (asked) => entryOf(asked, 2) });
    pageOf().send(vektor, 'отвечаю', { replyTo: { number: 1, available: true } });
    await settled();
    expect(bodyOf(server.asked[0]!).replyTo).toBe(1);
  });

  test('a message names the files that it holds', async () => {
    const server = serve({ [messagesOf(vektor)]: (asked) => entryOf(asked, 2) });
    const file = { id: 'f1', name: 'смета.pdf', size: 10, contentType: 'application/pdf', kind: 'pdf' as const };
    pageOf().send(vektor, '', { attachments: [file] });
    await settled();
    expect(bodyOf(server.asked[0]!).attachmentIds).toEqual(['f1']);
  });

  test('the sent message brings its chat up, read to the end', async () => {
    serve({ [messagesOf(vektor)]: (asked) => entryOf(asked, 2) });
    pageOf().send(vektor, 'готово');
    await settled();
    const [top] = rowsIn(cache);
    expect(top).toMatchObject({ id: vektor, unreadCount: 0, lastMessage: { number: 2, text: 'готово' } });
  });

  test('a message that the live event brings first stands in the log once', async () => {
    const answer = underway<object>();
    const server = serve({ [messagesOf(vektor)]: () => answer.answer });
    pageOf().send(vektor, 'один раз');
    await settled();
    const entry = entryOf(server.asked[0]!, 2);
    applyEvent(cache, nikolai, posted(entry));
    expect(waiting()).toEqual([]);

    answer.arrive(entry);
    await settled();
    expect(numbersIn(cache)).toEqual([1, 2]);
    expect(server.asked).toHaveLength(1);
  });
});

describe('A message that does not get through', () => {
  test('goes again under the same id after a lost answer, so that it arrives once', async () => {
    let attempt = 0;
    const server = serve({
      [messagesOf(vektor)]: (asked) => {
        attempt += 1;
        if (attempt === 1) throw new TypeError('Failed to fetch');
        return entryOf(asked, 2);
      },
    });
    pageOf().send(vektor, 'важное');
    await settled();
    expect(waiting()).toEqual(['важное: waiting']);

    await vi.advanceTimersByTimeAsync(2000);
    expect(waiting()).toEqual([]);
    expect(new Set(server.asked.map((one) => bodyOf(one).clientMessageId)).size).toBe(1);
    expect(server.asked).toHaveLength(2);
  });

  test('is tried again less and less often, but for ever', async () => {
    const server = serve({ [messagesOf(vektor)]: refusal(503, 'unavailable') });
    pageOf().send(vektor, 'важное');
    await settled();
    for (const [pause, attempts] of [[2000, 2], [5000, 3], [10_000, 4], [20_000, 5], [20_000, 6]] as const) {
      await vi.advanceTimersByTimeAsync(pause - 1);
      expect(server.asked).toHaveLength(attempts - 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(server.asked).toHaveLength(attempts);
    }
  });

  test('waits as long as a busy server asks for', async () => {
    const server = serve({ [messagesOf(vektor)]: refusal(429, 'rate', '', { 'Retry-After': '30' }) });
    pageOf().send(vektor, 'важное');
    await vi.advanceTimersByTimeAsync(29_999);
    expect(server.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(server.asked).toHaveLength(2);
  });

  test('goes at once, and first, when the next one is written', async () => {
    let isDown = true;
    const server = serve({ [messagesOf(vektor)]: (asked) => (isDown ? refusal(503, 'unavailable') : entryOf(asked, server.asked.length)) });
    const { send } = pageOf();
    send(vektor, 'раз');
    await settled();
    isDown = false;
    send(vektor, 'два');
    await settled();
    expect(server.asked.map((one) => bodyOf(one).text)).toEqual(['раз', 'раз', 'два']);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(3);
  });

  test('waits without asking again where the sign-in has ended', async () => {
    const server = serve({ [messagesOf(vektor)]: refusal(401, 'session.ended') });
    pageOf().send(vektor, 'важное');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.asked).toHaveLength(1);
    expect(waiting()).toEqual(['важное: waiting']);
  });

  test('does not leave while the browser has no network', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const server = serve({});
    pageOf().send(vektor, 'важное');
    await settled();
    expect(server.asked).toEqual([]);
    expect(waiting()).toEqual(['важное: waiting']);
  });

  test('stays with the reason where the server refuses it, and lets the next one pass', async () => {
    serve({
      [messagesOf(vektor)]: (asked) => (bodyOf(asked).text === 'плохое' ? refusal(403, 'messages.mayNotWrite', 'Писать сюда может только команда.') : entryOf(asked, 2)),
    });
    const { send } = pageOf();
    send(vektor, 'плохое');
    send(vektor, 'хорошее');
    await settled();
    expect(waiting()).toEqual(['плохое: failed']);
    expect(outboxStore.getState().items[0]?.problem).toBe('Писать сюда может только команда.');
    expect(numbersIn(cache)).toEqual([1, 2]);
  });

  test('can be sent once more by hand, under the same id', async () => {
    let isRefused = true;
    const server = serve({ [messagesOf(vektor)]: (asked) => (isRefused ? refusal(403, 'messages.mayNotWrite', 'Нельзя.') : entryOf(asked, 2)) });
    const { send, resend } = pageOf();
    send(vektor, 'ещё раз');
    await settled();
    isRefused = false;
    resend(outboxStore.getState().items[0]!);
    await settled();
    expect(waiting()).toEqual([]);
    expect(new Set(server.asked.map((one) => bodyOf(one).clientMessageId)).size).toBe(1);
  });

  test('goes back into the draft where the chat is no longer open to its author', async () => {
    serve({ [messagesOf(vektor)]: refusal(404, 'conversations.notFound') });
    draftStore.setState({ memberId: 'nikolai', byConversation: { [vektor]: { text: 'начатое' } } });
    pageOf().send(vektor, 'недосланное');
    await settled();
    expect(waiting()).toEqual([]);
    expect(draftStore.getState().byConversation[vektor]?.text).toBe('начатое\nнедосланное');
  });
});

describe('After a reload', () => {
  const kept = (text: string, state: Outgoing['state'] = 'sending'): Outgoing => ({ clientMessageId: `id-${text}`, conversationId: vektor, text, createdAt: '2026-11-17T07:00:00Z', state });
  const keepFor = (memberId: string, items: Outgoing[]) => localStorage.setItem(`clientchats.member.${memberId}.outbox`, JSON.stringify(items));
  const open = (me: Me = nikolai) => renderHook(() => useKeptOutbox(), { wrapper: within(me) });

  test('what had not left goes out in its order under its old ids', async () => {
    const server = serve({ [messagesOf(vektor)]: (asked) => entryOf(asked, server.asked.length + 1) });
    keepFor('nikolai', [kept('раз'), kept('два', 'waiting')]);
    open();
    await settled();
    expect(server.asked.map((one) => bodyOf(one).clientMessageId)).toEqual(['id-раз', 'id-два']);
    expect(localStorage.getItem('clientchats.member.nikolai.outbox')).toBeNull();
  });

  test('what was refused stays and is not sent by itself', async () => {
    const server = serve({});
    keepFor('nikolai', [kept('плохое', 'failed')]);
    open();
    await settled();
    expect(server.asked).toEqual([]);
    expect(waiting()).toEqual(['плохое: failed']);
  });

  test('nobody sends what another person of the same device has written', async () => {
    const server = serve({});
    keepFor('nikolai', [kept('личное')]);
    open({ ...nikolai, id: 'elena' });
    await settled();
    expect(server.asked).toEqual([]);
    expect(waiting()).toEqual([]);
    expect(localStorage.getItem('clientchats.member.nikolai.outbox')).toContain('личное');
  });

  test('a message is on the device as soon as it is written', async () => {
    const answer = underway<object>();
    serve({ [messagesOf(vektor)]: () => answer.answer });
    open();
    pageOf().send(vektor, 'только что');
    expect(localStorage.getItem('clientchats.member.nikolai.outbox')).toContain('только что');

    answer.arrive(message(2, byNikolai));
    await settled();
    expect(localStorage.getItem('clientchats.member.nikolai.outbox')).toBeNull();
  });

  test('broken storage is an empty one', async () => {
    localStorage.setItem('clientchats.member.nikolai.outbox', '{oops');
    open();
    await settled();
    expect(waiting()).toEqual([]);
  });

  test('it goes out when the network comes back', async () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    const server = serve({ [messagesOf(vektor)]: (asked) => entryOf(asked, 2) });
    keepFor('nikolai', [kept('ждёт')]);
    open();
    await settled();
    expect(server.asked).toEqual([]);

    onLine.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    await settled();
    expect(server.asked).toHaveLength(1);
    expect(waiting()).toEqual([]);
  });
});
