import type { Entry, MessageEntry, Replies, Tombstone } from '@/api/types';

const mostPeople = 5;

/** A reply in a thread is in the log, but not in the main stream. */
export function isReply(entry: Entry): boolean {
  return entry.thread !== undefined;
}

/** The first message of a thread after one more reply; one that it knows of already changes nothing. Own replies come with the id by which they were sent. */
export function withReply<Root extends Entry>(root: Root, reply: Entry): Root {
  if (reply.kind !== 'message' || !('text' in reply) || reply.number <= (root.replies?.lastNumber ?? 0)) return root;
  const before = root.replies;
  const isOwn = reply.clientMessageId !== undefined;
  const following = isOwn || before?.following;
  const others = before?.people.filter(({ participantId }) => participantId !== reply.author.participantId) ?? [];
  const replies: Replies = {
    count: (before?.count ?? 0) + 1,
    lastNumber: reply.number,
    lastAt: reply.createdAt,
    people: [reply.author, ...others].slice(0, mostPeople),
    ...(following !== undefined && { following }),
    unreadCount: isOwn || following === false ? 0 : (before?.unreadCount ?? 0) + 1,
  };
  return { ...root, replies };
}

/** What all readers are told at once leaves out what is the reader's own. */
export function withOwnReplies(known: Replies | undefined, next: Replies | undefined): Replies | undefined {
  if (!next || next.unreadCount !== undefined) return next;
  return { ...next, ...(known?.following !== undefined && { following: known.following }), unreadCount: Math.min(known?.unreadCount ?? 0, next.count) };
}

export function withUnread<One extends Entry>(root: One, unreadCount: number): One {
  return root.replies ? { ...root, replies: { ...root.replies, following: true, unreadCount } } : root;
}

/** Whoever wrote the first message follows its thread; others do once they have written in it or opened it. */
export function unreadReplies({ replies, author }: MessageEntry | Tombstone, memberId: string): number {
  return replies && (replies.following ?? author.memberId === memberId) ? (replies.unreadCount ?? 0) : 0;
}
