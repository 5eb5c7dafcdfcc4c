import { api } from './client';
import type { Page } from './types';

/** A list that is needed whole, page after page. */
export async function everyPage<T>(path: string, signal?: AbortSignal, query: Record<string, string | string[] | undefined> = {}): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await api.get<Page<T>>(path, { ...(signal && { signal }), query: { ...query, cursor, limit: '200' } });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}
