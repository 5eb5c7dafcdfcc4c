import type { QueryClient } from '@tanstack/react-query';
import type { ConversationItem } from '@/api/types';
import { allConversations, type ConversationFilter, conversationKeys } from '../keys';
import { type ConversationPages, findRow, withoutRow, withPatchedRow, withRaisedRow } from './rows';

export function cachedRow(cache: QueryClient, id: string): ConversationItem | undefined {
  for (const [, pages] of cache.getQueriesData<ConversationPages>({ queryKey: conversationKeys.lists })) {
    const row = findRow(pages, id);
    if (row) return row;
  }
  return undefined;
}

export function patchRow(cache: QueryClient, id: string, patch: Partial<ConversationItem>): void {
  cache.setQueriesData<ConversationPages>({ queryKey: conversationKeys.lists }, (pages) => pages && withPatchedRow(pages, id, patch));
}

export function dropRow(cache: QueryClient, id: string): void {
  cache.setQueriesData<ConversationPages>({ queryKey: conversationKeys.lists }, (pages) => pages && withoutRow(pages, id));
}

/** What is archived, and a public channel that one only looks at, stands in lists that ask for it alone. */
export function isListed(row: Pick<ConversationItem, 'archivedAt' | 'joined'>): boolean {
  return row.archivedAt === undefined && row.joined !== false;
}

/** Has the lists say anew where a row belongs that went into the archive or came out of it, or that one has joined. */
export function placeRow(cache: QueryClient, id: string): void {
  dropRow(cache, id);
  void cache.invalidateQueries({ queryKey: conversationKeys.lists });
}

/** Brings a row to the top of the full list; narrower lists take its new state where they hold it, else they ask anew. */
export function raiseRow(cache: QueryClient, row: ConversationItem): void {
  for (const [key, pages] of cache.getQueriesData<ConversationPages>({ queryKey: conversationKeys.lists })) {
    if (!pages) continue;
    const filter = key[1] as ConversationFilter;
    const isWhole = filter.show === allConversations.show && !filter.query;
    if (isWhole && !isListed(row)) continue;
    if (isWhole || (findRow(pages, row.id) && filter.show !== 'managed')) cache.setQueryData(key, withRaisedRow(pages, row));
    else if (filter.show !== 'managed') void cache.invalidateQueries({ queryKey: key, exact: true });
  }
}
