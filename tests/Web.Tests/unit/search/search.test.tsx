import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Found, Me } from '@/api/types';
import { meQuery } from '@/organizations/me';
import { partsOf } from '@/search/Highlighted';
import { recentSearches, rememberSearch } from '@/search/recent';
import { SearchPane } from '@/search/SearchPane';
import { isEnough } from '@/search/searchQuery';
import { ask, nothingAsked, openSearch, openSearchAt, searchStore } from '@/search/searchStore';
import { dayIn, startOf } from '@/search/spans';
import { serve } from '../server';

const me = { id: 'm1', displayName: 'Анна Ершова', role: 'employee', timeZone: 'Asia/Yekaterinburg', locale: 'ru', can: {}, duties: [] } as unknown as Me;

const message: Found = {
  type: 'message',
  conversationId: 'c1',
  conversationName: 'Сайт | Ромашка',
  kind: 'group',
  isClientChat: true,
  number: 7,
  at: '2026-11-20T10:00:00Z',
  author: { participantId: 'p1', displayName: 'Мария Иванова', isClient: true },
  text: 'Отправляю договор на подпись',
  highlights: [{ start: 10, length: 7 }],
};

// jsdom cannot scroll.
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

beforeEach(() => searchStore.setState({ ...nothingAsked, open: true, asked: 0 }));
afterEach(cleanup);

function show() {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  cache.setQueryData(meQuery.queryKey, me);
  const root = createRootRoute();
  const place = (path: string) => createRoute({ getParentRoute: () => root, path, component: SearchPane });
  const router = createRouter({ routeTree: root.addChildren([place('/search'), place('/c/$conversationId/m/$number'), place('/chats')]), history: createMemoryHistory({ initialEntries: ['/search'] }) });
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider>
        <RouterProvider router={router as never} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  return router;
}

describe('The search', () => {
  test('shows what was found in its context, and opens it in its place by the keyboard', async () => {
    const { asked } = serve({ 'GET /search': { items: [message], nextCursor: null } });
    const router = show();

    await userEvent.type(await screen.findByRole('combobox'), 'договоры');
    const option = await screen.findByRole('option', { name: /Мария Иванова/ });
    expect(option.querySelector('mark')?.textContent).toBe('договор');
    expect(asked.at(-1)?.query.get('query')).toBe('договоры');
    expect((await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } })).violations).toEqual([]);

    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/c/c1/m/7'));
    expect(recentSearches(me.id)).toEqual(['договоры']);
  });

  test('says what was searched where nothing is found, and offers to look everywhere', async () => {
    const { asked } = serve({ 'GET /search': { items: [], nextCursor: null } });
    openSearch({ conversation: { id: 'c1', name: 'Сайт | Ромашка' } });
    show();

    await userEvent.type(await screen.findByRole('combobox'), 'смета');
    expect(await screen.findByText('Искали в чате «Сайт | Ромашка».')).toBeTruthy();
    expect(asked.at(-1)?.query.get('conversationId')).toBe('c1');
    await userEvent.click(screen.getByRole('button', { name: 'Искать везде' }));
    await waitFor(() => expect(asked.at(-1)?.query.get('conversationId')).toBeNull());
  });

  test('shows examples before anything is typed, and what was searched lately', async () => {
    serve({});
    rememberSearch(me.id, 'смета');
    show();

    await userEvent.click(await screen.findByRole('button', { name: 'смета' }));
    expect(searchStore.getState().typed).toBe('смета');
  });
});

test('What was searched lately is kept newest first and once', () => {
  for (const typed of ['а1', 'б2', 'А1']) rememberSearch('m1', typed);
  expect(recentSearches('m1')).toEqual(['А1', 'б2']);
});

test('An address opens the search anew only where it says something else', () => {
  ask({ typed: 'смета', author: { participantId: 'p', displayName: 'П', isClient: false } });
  openSearchAt('смета');
  expect(searchStore.getState().author).toBeDefined();
  openSearchAt('договор');
  expect(searchStore.getState()).toMatchObject({ typed: 'договор', author: undefined });
});

test('A text is cut where the highlights say, and nothing of it is lost', () => {
  const parts = partsOf('Ёлки и договор', [
    { start: 0, length: 4 },
    { start: 7, length: 7 },
  ]);
  expect(parts.map(({ part, found }) => (found ? `[${part}]` : part)).join('')).toBe('[Ёлки] и [договор]');
});

test('One letter or only signs are too little', () => {
  expect(['я', '--', '"«', 'тз', '1с'].map(isEnough)).toEqual([false, false, false, true, true]);
});

test('A day begins where its reader lives', () => {
  expect(startOf('2026-11-23', 'Asia/Yekaterinburg')).toBe('2026-11-22T19:00:00.000Z');
  expect(startOf('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  expect(dayIn(Date.parse('2026-11-22T19:30:00Z'), 'Asia/Yekaterinburg')).toBe('2026-11-23');
});
