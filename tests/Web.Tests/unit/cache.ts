import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { ConversationItem, Entry, Page } from '@/api/types';
import { createQueryClient } from '@/app/queryClient';
import { allConversations, type ConversationFilter, conversationKeys } from '@/conversations/keys';
import { rowsOf } from '@/conversations/list/rows';
import type { Log } from '@/messages/log/log';
import { vektor } from './cast';

export function cacheWith({ rows, log }: { rows?: ConversationItem[]; log?: Log }): QueryClient {
  const cache = createQueryClient();
  if (rows) setRows(cache, rows);
  if (log) cache.setQueryData(conversationKeys.log(vektor), log);
  return cache;
}

export function setRows(cache: QueryClient, rows: ConversationItem[], filter: ConversationFilter = allConversations): void {
  cache.setQueryData(conversationKeys.list(filter), pagesOf(rows));
}

export function pagesOf(...pages: ConversationItem[][]): InfiniteData<Page<ConversationItem>> {
  return { pages: pages.map((items) => ({ items, nextCursor: null })), pageParams: pages.map(() => undefined) };
}

export function rowsIn(cache: QueryClient, filter: ConversationFilter = allConversations): ConversationItem[] {
  return rowsOf(cache.getQueryData(conversationKeys.list(filter)));
}

export function logOfEntries(entries: Entry[], change: Partial<Log> = {}): Log {
  return { entries, hasBefore: false, hasAfter: false, revision: entries.at(-1)?.revision ?? 0, ...change };
}

export function logIn(cache: QueryClient): Log | undefined {
  return cache.getQueryData<Log>(conversationKeys.log(vektor));
}

export function numbersIn(cache: QueryClient): number[] | undefined {
  return logIn(cache)?.entries.map(({ number }) => number);
}
