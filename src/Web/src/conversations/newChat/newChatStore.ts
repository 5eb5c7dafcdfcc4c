import { create } from 'zustand';
import type { Member } from '@/api/types';

/** The dialog for a new chat can be asked for from anywhere, with people in it already. */
export const newChatStore = create<{ open: boolean; people: Member[] }>(() => ({ open: false, people: [] }));

export function askForNewChat(people: Member[] = []): void {
  newChatStore.setState({ open: true, people });
}
