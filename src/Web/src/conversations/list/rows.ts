import type { InfiniteData } from '@tanstack/react-query';
import type { ConversationItem, Entry, LastMessage, Page } from '@/api/types';
import { excerptOf } from '@/messages/excerpt';

export type ConversationPages = InfiniteData<Page<ConversationItem>>;

export function rowsOf(pages: ConversationPages | undefined): ConversationItem[] {
  const seen = new Set<string>();
  const rows = pages?.pages.flatMap((page) => page.items) ?? [];
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}

export function findRow(pages: ConversationPages | undefined, id: string): ConversationItem | undefined {
  return rowsOf(pages).find((row) => row.id === id);
}

export function withoutRow(pages: ConversationPages, id: string): ConversationPages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.filter((row) => row.id !== id) })) };
}

export function withPatchedRow(pages: ConversationPages, id: string, patch: Partial<ConversationItem>): ConversationPages {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.map((row) => (row.id === id ? { ...row, ...patch } : row)) })),
  };
}

/** The newest activity comes first. */
export function withRaisedRow(pages: ConversationPages, row: ConversationItem): ConversationPages {
  const [first, ...rest] = withoutRow(pages, row.id).pages;
  if (!first) return pages;
  return { ...pages, pages: [{ ...first, items: [row, ...first.items] }, ...rest] };
}

/** What an entry of the log does to its row: a handover moves neither the row nor its counter. */
export function rowAfterEntry(row: ConversationItem, entry: Entry, isUnread: boolean, callsOne = false): ConversationItem {
  const isHandover = entry.kind === 'system' && entry.system.type === 'handedOver';
  return {
    ...row,
    lastMessage: lastMessageOf(entry),
    lastActivityAt: isHandover ? row.lastActivityAt : entry.createdAt,
    unreadCount: row.unreadCount + (isUnread ? 1 : 0),
    mentionCount: row.mentionCount + (isUnread && callsOne ? 1 : 0),
  };
}

export function movesRow(entry: Entry): boolean {
  return entry.kind === 'message' || entry.system.type !== 'handedOver';
}

export function lastMessageOf(entry: Entry): LastMessage {
  const { number, createdAt } = entry;
  if (entry.kind === 'system') return { number, createdAt, kind: 'system', system: entry.system };
  if (!('text' in entry)) return { number, createdAt, kind: 'message', author: entry.author, deletedAt: entry.deletedAt };
  return { number, createdAt, kind: 'message', author: entry.author, text: excerptOf(entry) };
}
