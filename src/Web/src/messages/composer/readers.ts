import type { TFunction } from 'i18next';
import type { Viewer, Viewers } from '@/api/types';
import type { Words } from '@/app/i18n/words';

export type ReadersLine = { tone: 'client' | 'neutral'; text: string };

type Onlooker = { participantId: string; isGuest: boolean; isBrief?: boolean };

const namedAtMost = 3;

/** The line over the composer: who will read what one is about to write. `strong` marks the number that counts. */
export function readersLine(viewers: Viewers, onlooker: Onlooker, t: TFunction, words: Words, strong: (text: string) => string): ReadersLine {
  return onlooker.isGuest ? guestLine(viewers, onlooker, t, words) : employeeLine(viewers, onlooker, t, strong);
}

function employeeLine(viewers: Viewers, onlooker: Onlooker, t: TFunction, strong: (text: string) => string): ReadersLine {
  const others = viewers.items.filter(({ participantId }) => participantId !== onlooker.participantId);
  const clients = others.filter(({ isClient }) => isClient);
  const clientCount = viewers.clients ?? clients.length;
  const employeeCount = viewers.employees ?? viewers.items.length - clients.length;

  if (clientCount === 0) return { tone: 'neutral', text: staffLine(others, employeeCount, t) };

  const [only] = clients;
  const colleagues = others.length - clients.length;
  if (clientCount === 1 && only && colleagues === 0) {
    return { tone: 'client', text: t(only.memberId ? 'messages.reads.oneGuest' : 'messages.reads.oneClient', { name: strong(only.displayName) }) };
  }

  const counted = strong(t(areGuests(clients) ? 'chats.guests' : 'chats.clients', { count: clientCount }));
  const employees = t('chats.employees', { count: employeeCount });
  if (clientCount > namedAtMost || (onlooker.isBrief && clientCount > 1)) {
    return { tone: 'client', text: employeeCount > 0 ? t('messages.reads.clientsMany', { clients: counted, employees }) : t('messages.reads.clientsManyAlone', { clients: counted }) };
  }
  const names = clientNames(clients).join(', ');
  return { tone: 'client', text: employeeCount > 0 ? t('messages.reads.clients', { clients: counted, names, employees }) : t('messages.reads.clientsAlone', { clients: counted, names }) };
}

function staffLine(others: Viewer[], employeeCount: number, t: TFunction): string {
  const [only] = others;
  if (!only) return t('messages.reads.nobody');
  if (others.length === 1) return t('messages.reads.one', { name: only.displayName });
  return t('messages.reads.staff', { count: employeeCount });
}

/** A guest gets names and constant words, never a number: a number would give observers away. */
function guestLine(viewers: Viewers, onlooker: Onlooker, t: TFunction, words: Words): ReadersLine {
  const others = viewers.items.filter(({ participantId }) => participantId !== onlooker.participantId);
  const names = others.map(({ displayName }) => displayName);
  if (names.length === 0) return { tone: 'neutral', text: t('messages.reads.guestAlone') };
  const listed = viewers.oversight ? names.join(', ') : words.list(names);
  const key = viewers.oversight ? 'messages.reads.guestOversight' : names.length === 1 ? 'messages.reads.guestOne' : 'messages.reads.guest';
  return { tone: 'neutral', text: t(key, { names: listed }) };
}

export function areGuests(clients: { memberId?: string }[]): boolean {
  return clients.every(({ memberId }) => memberId !== undefined);
}

function clientNames(clients: Viewer[]): string[] {
  if (clients.length < namedAtMost) return clients.map(({ displayName }) => displayName);
  const first = clients.map(({ displayName }) => displayName.split(' ')[0] ?? displayName);
  return new Set(first).size === first.length ? first : clients.map(({ displayName }) => displayName);
}
