import i18next from 'i18next';
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetAntiforgery } from '@/api/antiforgery';
import { createQueryClient } from '@/app/queryClient';
import { createAppRouter } from '@/app/router';
import { useFragment } from '@/app/useFragment';
import { conversationKeys } from '@/conversations/keys';
import { meQuery } from '@/organizations/me';
import { enter } from '@/organizations/session/enter';
import { demoSignInsQuery } from '@/organizations/session/signInQueries';
import { deviceOf } from '@/settings/sessions/device';
import { nikolai, vektor } from '../cast';
import { refusal, serve } from '../server';

beforeEach(forgetAntiforgery);
afterEach(cleanup);

describe('Who is signed in', () => {
  test('nobody is nobody, not an error', async () => {
    serve({ 'GET /me': refusal(401, 'session.none') });
    expect(await createQueryClient().fetchQuery(meQuery)).toBeNull();
  });

  test('whose sign-in ends while the page is open stays known, behind the notice of it', async () => {
    const cache = createQueryClient();
    cache.setQueryData(meQuery.queryKey, nikolai);
    serve({ 'GET /me': refusal(401, 'session.ended') });
    await cache.refetchQueries({ queryKey: meQuery.queryKey });
    expect(cache.getQueryData(meQuery.queryKey)).toEqual(nikolai);
  });

  test('a server that is down is an error, not nobody', async () => {
    vi.useFakeTimers();
    serve({ 'GET /me': refusal(503, 'unavailable') });
    const asked = expect(createQueryClient().fetchQuery({ ...meQuery, retry: false })).rejects.toMatchObject({ status: 503 });
    await vi.runAllTimersAsync();
    await asked;
  });

  test('who comes in sees nothing of whoever was here before, and his own language', async () => {
    const cache = createQueryClient();
    cache.setQueryData(conversationKeys.detail(vektor), 'чужое');
    await enter(cache, { ...nikolai, id: 'elena', locale: 'en' });
    expect(cache.getQueryData(conversationKeys.detail(vektor))).toBeUndefined();
    expect(cache.getQueryData(meQuery.queryKey)).toMatchObject({ id: 'elena' });
    expect(i18next.language).toBe('en');
  });

  test('no demo accounts where the server has none', async () => {
    serve({ 'GET /development/sign-ins': refusal(404, 'notFound') });
    expect(await createQueryClient().fetchQuery(demoSignInsQuery)).toEqual([]);
  });
});

describe('The way back after signing in', () => {
  const wayBack = (from: unknown) => {
    const validate = createAppRouter(createQueryClient()).routesByPath['/sign-in'].options.validateSearch as (search: Record<string, unknown>) => { from?: string };
    return validate({ from }).from;
  };

  test.each([['/c/vektor'], ['/contacts?show=mine'], ['/']])('%s is a page of ours', (from) => expect(wayBack(from)).toBe(from));

  test.each([['https://evil.example'], ['//evil.example'], ['/\\evil.example'], ['javascript:alert(1)'], ['\\\\evil.example'], ['/\t/evil.example'], ['/\n/evil.example'], [42], [undefined]])('%j is none', (from) => {
    expect(wayBack(from)).toBeUndefined();
  });
});

describe('The secret of a link', () => {
  test('is read and leaves the address at once', () => {
    window.history.replaceState(null, '', '/accept?x=1#s3cret%2F');
    const secret = renderHook(() => useFragment()).result.current;
    expect(secret).toBe('s3cret/');
    expect(window.location.href).toMatch(/\/accept\?x=1$/);
  });

  test('a link without one has none', () => {
    window.history.replaceState(null, '', '/accept');
    expect(renderHook(() => useFragment()).result.current).toBe('');
  });

  test('a link that was cut in the middle of a sign does not break the page', () => {
    window.history.replaceState(null, '', '/accept#abc%D');
    expect(renderHook(() => useFragment()).result.current).toBe('abc%D');
  });
});

describe('A device', () => {
  test.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 YaBrowser/24.10 Safari/537.36', 'Яндекс Браузер', 'Windows', false],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge', 'Windows', false],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile/15E148 Safari/604.1', 'Safari', 'iOS', true],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36', 'Chrome', 'Android', true],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox', 'Linux', false],
    ['curl/8.5', undefined, undefined, false],
  ])('%s', (agent, browser, system, isPhone) => expect(deviceOf(agent)).toEqual({ browser, system, isPhone }));
});
