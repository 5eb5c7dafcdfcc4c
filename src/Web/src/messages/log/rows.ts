import type { Author, Entry, MessageEntry, SystemEntry, Tombstone } from '@/api/types';
import type { Outgoing } from '../outbox/outbox';

/** How a message stands: clients at one side, the company at the other; a flat list where there are no clients. */
export type Side = 'left' | 'right' | 'flat';
export type Look = 'client' | 'mate' | 'own' | 'flat';

type Place = { authorId: string; side: Side; look: Look; startsGroup: boolean; endsGroup: boolean };
type Above = { key: string; dayAt?: string; isNewLine: boolean; repliesAbove?: number };

export type MessageRow = Above & Place & { kind: 'message'; entry: MessageEntry | Tombstone };
export type SystemRow = Above & { kind: 'system'; entries: SystemEntry[] };
export type PendingRow = Above & Place & { kind: 'pending'; item: Outgoing };
export type Row = MessageRow | SystemRow | PendingRow;

export type Onlooker = {
  participantId: string;
  isClient: boolean;
  isClientChat: boolean;
  newFrom: number | undefined;
  dayOf: (at: string) => number;
};

const groupedWithin = 5 * 60_000;
const foldedFrom = 4;

export function buildRows(entries: Entry[], pending: Outgoing[], onlooker: Onlooker): Row[] {
  const rows: Row[] = [];
  let previousAt: string | undefined;

  const above = (at: string, key: string, isNewLine: boolean): Above => {
    const isNewDay = previousAt === undefined || onlooker.dayOf(previousAt) !== onlooker.dayOf(at);
    previousAt = at;
    return { key, isNewLine, ...(isNewDay && { dayAt: at }) };
  };

  for (const entry of entries) {
    const head = above(entry.createdAt, keyOf(entry), entry.number === onlooker.newFrom);
    if (entry.kind === 'system') addSystem(rows, entry, head);
    else addMessage(rows, { ...head, ...alone(entry.author, onlooker), kind: 'message', entry });
  }
  for (const item of pending) {
    addMessage(rows, { ...above(item.createdAt, item.clientMessageId, false), ...alone(onlooker, onlooker), kind: 'pending', item });
  }
  return rows;
}

function keyOf(entry: Entry): string {
  return entry.kind === 'message' && 'text' in entry && entry.clientMessageId ? entry.clientMessageId : `n${entry.number}`;
}

function alone(author: Pick<Author, 'participantId' | 'isClient'>, onlooker: Onlooker): Place {
  return { ...placeOf(author, onlooker), authorId: author.participantId, startsGroup: true, endsGroup: true };
}

export function placeOf(author: Pick<Author, 'participantId' | 'isClient'>, onlooker: Pick<Onlooker, 'participantId' | 'isClient' | 'isClientChat'>): { side: Side; look: Look } {
  if (!onlooker.isClientChat) return { side: 'flat', look: 'flat' };
  if (author.participantId === onlooker.participantId) return { side: 'right', look: 'own' };
  const isMySide = author.isClient === onlooker.isClient;
  return { side: isMySide ? 'right' : 'left', look: author.isClient ? 'client' : 'mate' };
}

function addMessage(rows: Row[], row: MessageRow | PendingRow): void {
  const before = rows.at(-1);
  if (before && joins(before, row)) {
    row.startsGroup = false;
    (before as MessageRow | PendingRow).endsGroup = false;
  }
  rows.push(row);
}

function joins(before: Row, row: MessageRow | PendingRow): boolean {
  if (before.kind === 'system' || row.dayAt || row.isNewLine || before.authorId !== row.authorId) return false;
  return Date.parse(timeOf(row)) - Date.parse(timeOf(before)) <= groupedWithin;
}

function timeOf(row: MessageRow | PendingRow): string {
  return row.kind === 'message' ? row.entry.createdAt : row.item.createdAt;
}

function addSystem(rows: Row[], entry: SystemEntry, head: Above): void {
  const before = rows.at(-1);
  if (before?.kind === 'system' && !head.dayAt && !head.isNewLine) {
    before.entries.push(entry);
    before.key = head.key;
    return;
  }
  rows.push({ ...head, kind: 'system', entries: [entry] });
}

/** Of many events in a row only the last is shown at first. */
export function foldedCount(row: SystemRow): number {
  return row.entries.length >= foldedFrom ? row.entries.length - 1 : 0;
}

export function firstNumberOf(row: Row): number | undefined {
  if (row.kind === 'pending') return undefined;
  return row.kind === 'message' ? row.entry.number : row.entries[0]?.number;
}

export function rowIndexOfNumber(rows: Row[], number: number): number {
  return rows.findIndex((row) => (row.kind === 'message' ? row.entry.number === number : row.kind === 'system' && row.entries.some((entry) => entry.number === number)));
}
