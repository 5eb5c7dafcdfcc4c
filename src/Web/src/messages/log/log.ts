import type { Changes, Entry, MessageEntry, MessagePage, ThreadPage, Tombstone } from '@/api/types';
import { isReply, withOwnReplies, withReply } from '../threads/replies';

/** A stretch of one conversation, or of one thread in it, without holes, as it stands at `revision`. */
export type Log = { entries: Entry[]; hasBefore: boolean; hasAfter: boolean; revision: number; thread?: ThreadOfLog };

/** The thread that a log holds; without its first message where that does not exist for the reader. */
type ThreadOfLog = { number: number; root: MessageEntry | Tombstone | undefined; readNumber: number | undefined };

export function logOf(page: MessagePage): Log {
  return { entries: page.items, hasBefore: page.hasBefore, hasAfter: page.hasAfter, revision: page.revision };
}

export function threadLogOf(page: ThreadPage, number: number): Log {
  return { ...logOf(page), thread: { number, root: page.root, readNumber: page.readNumber } };
}

export function withOlder(log: Log, page: MessagePage): Log {
  return { ...log, entries: merge(page.items, log.entries), hasBefore: page.hasBefore, revision: commonRevision(log, page) };
}

export function withNewer(log: Log, page: MessagePage): Log {
  return { ...log, entries: merge(log.entries, page.items), hasAfter: page.hasAfter, revision: commonRevision(log, page) };
}

/** What happened to a page's messages while it was on its way was passed over: the whole is as old as its older part. */
function commonRevision(log: Log, page: MessagePage): number {
  return Math.min(log.revision, page.revision);
}

/** One change in its turn. A gap leaves the log as it is: what is missing has to be asked for. */
export function applyOne(log: Log, revision: number, entry: Entry): { log: Log; gap: boolean } {
  if (revision <= log.revision) return { log, gap: false };
  if (revision > log.revision + 1) return { log, gap: true };
  return { log: { ...put(log, entry), revision }, gap: false };
}

/** Everything changed since the log's revision, each entry in its present state. */
export function applyChanges(log: Log, changes: Changes): Log {
  const changed = changes.items.reduce((sofar, { entry }) => put(sofar, entry), log);
  return { ...changed, revision: Math.max(log.revision, changes.revision) };
}

function put(log: Log, entry: Entry): Log {
  const { thread } = log;
  if (thread) {
    if (entry.number === thread.number && entry.kind === 'message') return { ...log, thread: { ...thread, root: thread.root ? (withOwn(thread.root, entry) as typeof entry) : entry } };
    if (entry.thread !== thread.number) return log;
    return place({ ...log, thread: { ...thread, root: thread.root && withReply(thread.root, entry) } }, entry);
  }
  return place(isReply(entry) ? { ...log, entries: log.entries.map((one) => (one.number === entry.thread ? withReply(one, entry) : one)) } : log, entry);
}

function place(log: Log, entry: Entry): Log {
  const index = log.entries.findIndex(({ number }) => number === entry.number);
  const known = log.entries[index];
  if (known) {
    return known.revision > entry.revision ? log : { ...log, entries: log.entries.with(index, withOwn(known, entry)) };
  }
  const first = log.entries[0]?.number ?? Infinity;
  const last = log.entries.at(-1)?.number ?? 0;
  if (entry.number > last && !log.hasAfter) return { ...log, entries: [...log.entries, entry] };
  if (entry.number > first && entry.number < last) return { ...log, entries: merge(log.entries, [entry]) };
  return log;
}

/** Later states of a message may come without what is the reader's own: the id by which this device sent it, and how far he has read its thread. */
function withOwn(known: Entry, next: Entry): Entry {
  if (known.kind !== 'message' || next.kind !== 'message') return next;
  const replies = withOwnReplies(known.replies, next.replies);
  const told = replies ? { ...next, replies } : next;
  if (!('text' in known) || !('text' in told)) return told;
  return { ...told, clientMessageId: told.clientMessageId ?? known.clientMessageId };
}

function merge(one: Entry[], other: Entry[]): Entry[] {
  const byNumber = new Map(one.map((entry) => [entry.number, entry]));
  for (const entry of other) {
    const known = byNumber.get(entry.number);
    if (!known || known.revision <= entry.revision) byNumber.set(entry.number, entry);
  }
  return Array.from(byNumber.values()).sort((left, right) => left.number - right.number);
}

/** The newest number of the main stream, or of the thread that the log holds. */
export function lastShownOf(log: Log | undefined): number {
  return log?.entries.findLast((entry) => log.thread !== undefined || !isReply(entry))?.number ?? 0;
}

export function lastNumberOf(log: Log | undefined): number {
  return log?.entries.at(-1)?.number ?? 0;
}
