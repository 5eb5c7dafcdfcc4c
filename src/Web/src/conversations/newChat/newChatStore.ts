import { create } from 'zustand';
import type { Member } from '@/api/types';

export type NewChatKind = 'group' | 'direct' | 'channel';

/** The dialog for a new chat can be asked for from anywhere, with people in it already. */
export const newChatStore = create<{ open: boolean; people: Member[]; kind: NewChatKind }>(() => ({ open: false, people: [], kind: 'group' }));

export function askForNewChat(people: Member[] = [], kind: NewChatKind = 'group'): void {
  newChatStore.setState({ open: true, people, kind });
}
