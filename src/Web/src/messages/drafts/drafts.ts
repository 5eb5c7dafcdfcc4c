import { create } from 'zustand';
import type { QuotedMessage } from '@/api/types';
import { readMember, writeMember } from '@/app/memberStorage';

export type Editing = { number: number; before: string; text: string };
export type Draft = { text: string; replyTo?: QuotedMessage; editing?: Editing };
type Drafts = { memberId: string | undefined; byConversation: Record<string, Draft> };

/** Where something is being written: a conversation, or a thread in it. */
export function draftPlace(conversationId: string, thread: number | undefined): string {
  return thread === undefined ? conversationId : `${conversationId}/${thread}`;
}

/** The conversation of such a place, and the thread where it is one. */
export function placeParts(place: string): { conversationId: string; thread: number | undefined } {
  const [conversationId = '', root] = place.split('/');
  return { conversationId, thread: root === undefined ? undefined : Number(root) };
}

/** What one has begun to write, by conversation and thread; kept on this device for this member. */
export const draftStore = create<Drafts>(() => ({ memberId: undefined, byConversation: {} }));

export function loadDrafts(memberId: string): void {
  draftStore.setState({ memberId, byConversation: readMember<Record<string, Draft>>(memberId, 'drafts', {}) });
}

export function changeDraft(conversationId: string, change: Partial<Draft>): void {
  const { memberId, byConversation } = draftStore.getState();
  const draft: Draft = { text: '', ...byConversation[conversationId], ...change };
  const { [conversationId]: _, ...others } = byConversation;
  const next = draft.text.trim() || draft.replyTo || draft.editing ? { ...others, [conversationId]: draft } : others;
  draftStore.setState({ byConversation: next });
  if (memberId) writeMember(memberId, 'drafts', Object.keys(next).length > 0 ? next : undefined);
}

export function clearDraft(conversationId: string): void {
  changeDraft(conversationId, { text: '', replyTo: undefined });
}

/** A message that can no longer be delivered goes back to where it was written. */
export function appendDraft(conversationId: string, text: string): void {
  const before = draftStore.getState().byConversation[conversationId]?.text.trim();
  changeDraft(conversationId, { text: before ? `${before}\n${text}` : text });
}

/** A message that is already sent is written anew; what was being written meanwhile stays. */
export function beginEdit(conversationId: string, number: number, text: string): void {
  changeDraft(conversationId, { editing: { number, before: text, text } });
}

export function endEdit(conversationId: string): void {
  changeDraft(conversationId, { editing: undefined });
}

export function useDraft(conversationId: string): Draft | undefined {
  return draftStore((state) => state.byConversation[conversationId]);
}
