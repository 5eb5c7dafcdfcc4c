import type { Changes, Entry, MessagePage } from '@/api/types';

/** A stretch of one conversation without holes, as it stands at `revision`. */
export type Log = { entries: Entry[]; hasBefore: boolean; hasAfter: boolean; revision: number };

export function logOf(page: MessagePage): Log {
  return { entries: page.items, hasBefore: page.hasBefore, hasAfter: page.hasAfter, revision: page.revision };
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
  const index = log.entries.findIndex(({ number }) => number === entry.number);
  const known = log.entries[index];
  if (known) {
    return known.revision > entry.revision ? log : { ...log, entries: log.entries.with(index, withOwnId(known, entry)) };
  }
  const first = log.entries[0]?.number ?? Infinity;
  const last = log.entries.at(-1)?.number ?? 0;
  if (entry.number > last && !log.hasAfter) return { ...log, entries: [...log.entries, entry] };
  if (entry.number > first && entry.number < last) return { ...log, entries: merge(log.entries, [entry]) };
  return log;
}

/** Later states of one's own message may come without the id by which this device sent it. */
function withOwnId(known: Entry, next: Entry): Entry {
  if (known.kind !== 'message' || next.kind !== 'message' || !('text' in known) || !('text' in next)) return next;
  return { ...next, clientMessageId: next.clientMessageId ?? known.clientMessageId };
}

function merge(one: Entry[], other: Entry[]): Entry[] {
  const byNumber = new Map(one.map((entry) => [entry.number, entry]));
  for (const entry of other) {
    const known = byNumber.get(entry.number);
    if (!known || known.revision <= entry.revision) byNumber.set(entry.number, entry);
  }
  return Array.from(byNumber.values()).sort((left, right) => left.number - right.number);
}

export function lastNumberOf(log: Log | undefined): number {
  return log?.entries.at(-1)?.number ?? 0;
}
