import { create } from 'zustand';
import type { Attachment, Entry, QuotedMessage } from '@/api/types';

/** A message on its way: in the air, waiting for the network, or refused. */
export type Outgoing = {
  clientMessageId: string;
  conversationId: string;
  thread?: number;
  text: string;
  replyTo?: QuotedMessage;
  attachments?: Attachment[];
  createdAt: string;
  state: 'sending' | 'waiting' | 'failed';
  problem?: string;
};

export const outboxStore = create<{ items: Outgoing[] }>(() => ({ items: [] }));

export function addOutgoing(item: Outgoing): void {
  outboxStore.setState(({ items }) => ({ items: [...items, item] }));
}

export function changeOutgoing(clientMessageId: string, change: Partial<Outgoing>): void {
  outboxStore.setState(({ items }) => ({
    items: items.map((item) => (item.clientMessageId === clientMessageId ? { ...item, ...change } : item)),
  }));
}

export function removeOutgoing(clientMessageId: string): void {
  outboxStore.setState(({ items }) => ({ items: items.filter((item) => item.clientMessageId !== clientMessageId) }));
}

/** The live event may bring one's own message before the answer does. */
export function settleSent(entry: Entry): void {
  if (entry.kind === 'message' && 'clientMessageId' in entry && entry.clientMessageId) removeOutgoing(entry.clientMessageId);
}

/** The next message of a conversation to send: in the order of writing, past those that were refused. */
export function nextToSend(items: Outgoing[], conversationId: string): Outgoing | undefined {
  return items.find((item) => item.conversationId === conversationId && item.state !== 'failed');
}

export function conversationsWaiting(items: Outgoing[]): string[] {
  return Array.from(new Set(items.filter(({ state }) => state !== 'failed').map(({ conversationId }) => conversationId)));
}

/** After a reload nothing is in the air any more. */
export function restored(items: Outgoing[]): Outgoing[] {
  return items.map((item) => (item.state === 'sending' ? { ...item, state: 'waiting' } : item));
}
