import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetAntiforgery } from '@/api/antiforgery';
import { api, whenUnauthorized } from '@/api/client';
import { everyPage } from '@/api/everyPage';
import { queryString } from '@/api/fetchAnswer';
import { createIntention } from '@/api/idempotency';
import { newId } from '@/api/newId';
import { asProblem } from '@/api/problem';
import { speak } from '@/app/i18n/i18n';
import { refusal, serve } from '../server';

const failure = async (doing: Promise<unknown>) => asProblem(await doing.then(() => undefined, (error: unknown) => error));
let ended = 0;

beforeEach(() => {
  forgetAntiforgery();
  ended = 0;
  whenUnauthorized(() => {
    ended += 1;
  });
});
afterEach(() => whenUnauthorized(() => undefined));

describe('Asking the server', () => {
  test('a refusal keeps its code, sentence, fields and support code', async () => {
    serve({ 'GET /me': Response.json({ code: 'a.b', title: 'Нельзя.', errors: { name: [{ code: 'c', message: 'Пусто.' }] }, traceId: '00-ab' }, { status: 409 }) });
    expect(await failure(api.get('/me'))).toMatchObject({ status: 409, code: 'a.b', title: 'Нельзя.', supportCode: '00-ab', fields: { name: [{ message: 'Пусто.' }] } });
  });

  test('an answer that is no JSON, as from a proxy, is a problem like any other', async () => {
    serve({ 'GET /me': new Response('<h1>Bad Gateway</h1>', { status: 502 }) });
    expect(await failure(api.get('/me'))).toMatchObject({ status: 502, isUnreachable: true, title: '' });
  });

  test('no network is a problem without a status; an abandoned request is none', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failure(api.get('/me'))).toMatchObject({ status: 0, isUnreachable: true });
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('gone', 'AbortError')));
    expect(await failure(api.get('/me'))).toBeUndefined();
  });

  test('an empty answer is none', async () => {
    serve({ 'PUT /quiet': undefined });
    expect(await api.put('/quiet')).toBeUndefined();
  });

  test("the server is asked in the page's language", async () => {
    const server = serve({ 'GET /me': {} });
    await api.get('/me');
    await speak('en');
    await api.get('/me');
    expect(server.asked.map(({ headers }) => headers['Accept-Language'])).toEqual(['ru', 'en']);
  });

  test('a list that is needed whole is read page after page', async () => {
    const server = serve({ 'GET /people': ({ query }) => (query.get('cursor') ? { items: [3], nextCursor: null } : { items: [1, 2], nextCursor: 'next' }) });
    expect(await everyPage('/people')).toEqual([1, 2, 3]);
    expect(server.asked.map(({ query }) => query.get('cursor'))).toEqual([null, 'next']);
  });

  test.each([
    [{}, ''],
    [{ a: undefined, b: '' }, ''],
    [{ a: 'Клиент & Ко', b: 0, c: false }, '?a=%D0%9A%D0%BB%D0%B8%D0%B5%D0%BD%D1%82+%26+%D0%9A%D0%BE&b=0&c=false'],
    [{ id: ['1', '2'] }, '?id=1&id=2'],
  ])('%j asks for «%s»', (query, text) => expect(queryString(query)).toBe(text));
});

describe('Changing something', () => {
  test('carries the token of whoever is signed in, asked for once', async () => {
    let tokens = 0;
    const server = serve({ 'GET /session/antiforgery': () => ({ headerName: 'X-Token', token: `t${(tokens += 1)}` }), 'POST /a': {}, 'DELETE /a': undefined });
    await Promise.all([api.post('/a', {}), api.delete('/a')]);
    expect(server.asked.map(({ headers }) => headers['X-Token'])).toEqual(['t1', 't1']);
    forgetAntiforgery();
    await api.post('/a', {});
    expect(server.asked.at(-1)?.headers['X-Token']).toBe('t2');
  });

  test('is tried once more with a fresh token where the old one was refused, and only once', async () => {
    const server = serve({ 'POST /a': refusal(400, 'request.antiforgery') });
    expect((await failure(api.post('/a', {})))?.code).toBe('request.antiforgery');
    expect(server.asked).toHaveLength(2);
  });

  test('no other refusal is tried again by itself', async () => {
    const server = serve({ 'POST /a': refusal(409, 'a.b') });
    await failure(api.post('/a', {}));
    expect(server.asked).toHaveLength(1);
  });

  test('a token that could not be had is asked for anew the next time', async () => {
    let isDown = true;
    serve({ 'GET /session/antiforgery': () => (isDown ? refusal(503, 'unavailable') : { headerName: 'X-Token', token: 't' }), 'POST /a': { ok: true } });
    expect((await failure(api.post('/a', {})))?.status).toBe(503);
    isDown = false;
    expect(await api.post('/a', {})).toEqual({ ok: true });
  });
});

describe('The end of a sign-in', () => {
  test('is noticed by whatever request meets it', async () => {
    serve({ 'GET /me': refusal(401, 'session.ended'), 'POST /a': refusal(401, 'session.ended') });
    await failure(api.get('/me'));
    await failure(api.post('/a', {}));
    expect(ended).toBe(2);
  });

  test('a refusal is not an end', async () => {
    serve({ 'GET /a': refusal(403, 'a.b') });
    await failure(api.get('/a'));
    expect(ended).toBe(0);
  });
});

describe('One intention', () => {
  test('keeps its key while it is pressed again, and gets another when it changes', () => {
    const intention = createIntention();
    const [first, again, changed] = [intention({ name: 'а' }), intention({ name: 'а' }), intention({ name: 'б' })];
    expect(again).toEqual(first);
    expect(changed).not.toEqual(first);
    expect(createIntention()({ name: 'а' })).not.toEqual(first);
  });

  test('ids are UUIDs in the order of time', () => {
    const ids = Array.from({ length: 100 }, newId);
    expect(new Set(ids).size).toBe(100);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
  });
});
