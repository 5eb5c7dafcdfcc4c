import { create } from 'zustand';
import type { Author } from '@/api/types';
import { tellLive } from './connection';

const shownFor = 5000;
const toldEvery = 3000;

type Typing = { byConversation: Record<string, Author[]> };

/** Who is writing at this moment, by conversation. */
export const typingStore = create<Typing>(() => ({ byConversation: {} }));

const ends = new Map<string, number>();

export function noteTyping(conversationId: string, author: Author): void {
  const key = `${conversationId} ${author.participantId}`;
  window.clearTimeout(ends.get(key));
  ends.set(key, window.setTimeout(() => endTyping(conversationId, author.participantId), shownFor));
  if (!of(conversationId).some(({ participantId }) => participantId === author.participantId)) put(conversationId, [...of(conversationId), author]);
}

/** Whoever has sent his message, or has stopped for a while, writes no more. */
export function endTyping(conversationId: string, participantId: string): void {
  const left = of(conversationId).filter((author) => author.participantId !== participantId);
  if (left.length < of(conversationId).length) put(conversationId, left);
}

let told: { conversationId: string; at: number } | undefined;

/** Tells the others that one is writing, as often as they need it. */
export function tellTyping(conversationId: string): void {
  const now = Date.now();
  if (told?.conversationId === conversationId && now - told.at < toldEvery) return;
  told = { conversationId, at: now };
  void tellLive('typing', conversationId);
}

function of(conversationId: string): Author[] {
  return typingStore.getState().byConversation[conversationId] ?? [];
}

function put(conversationId: string, authors: Author[]): void {
  const { [conversationId]: _, ...others } = typingStore.getState().byConversation;
  typingStore.setState({ byConversation: authors.length > 0 ? { ...others, [conversationId]: authors } : others });
}
