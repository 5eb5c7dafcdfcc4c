import type { QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Conversation } from '@/api/types';
import { conversationKeys } from './keys';
import { patchRow } from './list/listCache';

type ReadAnswer = { number: number; unreadCount: number; mentionCount: number };

export async function markRead(cache: QueryClient, id: string, number: number): Promise<void> {
  takeRead(cache, id, await api.put<ReadAnswer>(`/conversations/${id}/read`, { number }));
}

/** Sets the mark back, so that everything from `number` on counts as unread again. */
export async function markUnreadFrom(cache: QueryClient, id: string, number: number): Promise<void> {
  takeRead(cache, id, await api.put<ReadAnswer>(`/conversations/${id}/read`, { number: number - 1, unread: true }));
}

function takeRead(cache: QueryClient, id: string, { number, unreadCount, mentionCount }: ReadAnswer): void {
  patchRow(cache, id, { unreadCount, mentionCount });
  cache.setQueryData<Conversation>(conversationKeys.detail(id), (one) => one && { ...one, readNumber: number, unreadCount, mentionCount });
}
