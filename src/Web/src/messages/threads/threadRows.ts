import type { Entry, MessageEntry, Tombstone } from '@/api/types';
import { buildRows, type Onlooker, type Row } from '../log/rows';
import type { Outgoing } from '../outbox/outbox';

/** A thread is a flat list: the message that began it, and below their number the replies. */
export function buildThreadRows(root: MessageEntry | Tombstone | undefined, entries: Entry[], pending: Outgoing[], onlooker: Omit<Onlooker, 'isClientChat'>): Row[] {
  const flat = { ...onlooker, isClientChat: false };
  const replies = buildRows(entries, pending, flat);
  const [first, ...others] = replies;
  if (!root || !first) return root ? buildRows([root], [], flat) : replies;

  const { dayAt, ...bare } = first;
  const isNewDay = dayAt !== undefined && onlooker.dayOf(dayAt) !== onlooker.dayOf(root.createdAt);
  const count = (root.replies?.count ?? 0) + pending.length;
  return [...buildRows([root], [], flat), { ...bare, ...(isNewDay && { dayAt }), repliesAbove: count }, ...others];
}
