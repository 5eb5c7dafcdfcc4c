import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { hearOfDraft, startDraftSync } from '@/messages/drafts/draftSync';
import { changeDraft, clearDraft, draftStore, loadDrafts } from '@/messages/drafts/drafts';
import { at, vektor } from '../cast';
import { eventually } from '../eventually';
import { refusal, serve } from '../server';

const path = `/conversations/${vektor}/draft`;
const text = () => draftStore.getState().byConversation[vektor]?.text;
const listed = (...items: object[]) => ({ items, nextCursor: null });
let stop: () => void = () => undefined;

function start(): void {
  loadDrafts('nikolai');
  stop = startDraftSync('nikolai');
}

beforeEach(() => draftStore.setState({ memberId: undefined, byConversation: {} }));
afterEach(() => stop());

describe('Drafts of this device and of the server', () => {
  test('what was begun on another device is here', async () => {
    serve({ 'GET /drafts': listed({ conversationId: vektor, thread: 0, text: 'Добрый день', at: at(1) }) });
    start();
    await eventually(() => expect(text()).toBe('Добрый день'));
  });

  test('what answers a message comes with the message', async () => {
    const replyTo = { number: 3, available: true, text: 'Когда макет?' };
    serve({
      'GET /drafts': listed({ conversationId: vektor, thread: 0, text: 'Завтра', replyTo: 3, at: at(1) }),
      [`GET ${path}`]: { conversationId: vektor, thread: 0, text: 'Завтра', replyTo, at: at(1) },
    });
    start();
    await eventually(() => expect(draftStore.getState().byConversation[vektor]).toEqual({ text: 'Завтра', replyTo }));
  });

  test('is sent once the hand rests, and forgotten there once it was sent as a message', async () => {
    const server = serve({ 'GET /drafts': listed(), [`PUT ${path}`]: { at: at(1) }, [`DELETE ${path}`]: undefined });
    start();
    await eventually(() => expect(server.to('GET', '/drafts')).toHaveLength(1));
    changeDraft(vektor, { text: 'Доб' });
    changeDraft(vektor, { text: 'Добрый день' });
    await vi.waitFor(() => expect(server.to('PUT', path).map(({ body }) => body)).toEqual([{ text: 'Добрый день' }]), { timeout: 3000 });
    clearDraft(vektor);
    await eventually(() => expect(server.to('DELETE', path)).toHaveLength(1));
  });

  test('words that are being written are not replaced by what another device says', async () => {
    const server = serve({ 'GET /drafts': listed(), [`GET ${path}`]: { conversationId: vektor, thread: 0, text: 'Оттуда', at: at(2) }, [`PUT ${path}`]: { at: at(3) } });
    start();
    await eventually(() => expect(server.to('GET', '/drafts')).toHaveLength(1));
    changeDraft(vektor, { text: 'Пишу здесь' });
    await hearOfDraft(vektor, at(2));
    expect(text()).toBe('Пишу здесь');
  });

  test('one that was sent from another device leaves the page', async () => {
    const server = serve({ 'GET /drafts': listed({ conversationId: vektor, thread: 0, text: 'Начато', at: at(1) }) });
    start();
    await eventually(() => expect(text()).toBe('Начато'));
    await hearOfDraft(vektor, undefined);
    expect(text()).toBeUndefined();
    expect(server.to('DELETE', path)).toEqual([]);
  });

  test('of a chat that is closed now stays here to be copied', async () => {
    localStorage.setItem('clientchats.member.nikolai.drafts', JSON.stringify({ [vektor]: { text: 'Не успел' } }));
    localStorage.setItem('clientchats.member.nikolai.draftMarks', JSON.stringify({ [vektor]: { keptAt: at(1) } }));
    const server = serve({ 'GET /drafts': listed(), [`GET ${path}`]: refusal(404, 'conversations.notFound') });
    start();
    await eventually(() => expect(server.to('GET', path)).toHaveLength(1));
    expect(text()).toBe('Не успел');
  });

  test('that was forgotten on the server meanwhile is forgotten here', async () => {
    localStorage.setItem('clientchats.member.nikolai.drafts', JSON.stringify({ [vektor]: { text: 'Уже отправлено' } }));
    localStorage.setItem('clientchats.member.nikolai.draftMarks', JSON.stringify({ [vektor]: { keptAt: at(1) } }));
    serve({ 'GET /drafts': listed(), [`GET ${path}`]: refusal(404, 'drafts.notFound') });
    start();
    await eventually(() => expect(text()).toBeUndefined());
  });
});
