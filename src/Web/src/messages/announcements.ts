import { create } from 'zustand';
import type { Entry, Me } from '@/api/types';
import { readingStore } from '@/conversations/reading';

/** New messages of the open chat that the screen reader is yet to say. */
export const announcementStore = create<{ conversationId: string; entries: Entry[] }>(() => ({ conversationId: '', entries: [] }));

export const openChatStore = create<{ id: string | undefined }>(() => ({ id: undefined }));

export function announceEntry(conversationId: string, entry: Entry, me: Me): void {
  const isOpen = openChatStore.getState().id === conversationId || readingStore.getState().id === conversationId;
  const isMine = entry.kind === 'message' && entry.author.memberId === me.id;
  if (!isOpen || isMine) return;
  announcementStore.setState((state) => ({
    conversationId,
    entries: state.conversationId === conversationId ? [...state.entries, entry] : [entry],
  }));
}
