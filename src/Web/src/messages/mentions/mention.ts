import type { Author, Mention, Viewers } from '@/api/types';
import { fold } from '@/ui/fold';

/** What one has typed after an @, and where the @ stands. */
export type MentionQuery = { start: number; typed: string };

/** Somebody who can be called: a person, or everybody at once. */
export type Candidate = { id: string; name: string; text: string; isClient: boolean; isEveryone?: boolean };

const longestName = 60;
const atMost = 8;

/** A call begins where a word does; an address has a letter, a digit or a dot before its @. */
export function mentionQueryAt(text: string, caret: number): MentionQuery | undefined {
  const start = text.lastIndexOf('@', caret - 1);
  if (start < 0 || caret - start - 1 > longestName) return undefined;
  if (start > 0 && /[\p{L}\p{N}./@\\`]/u.test(text.charAt(start - 1))) return undefined;
  const typed = text.slice(start + 1, caret);
  return /^(?:[\p{L}\p{N}'’-]+(?: [\p{L}\p{N}'’-]*)?)?$/u.test(typed) ? { start, typed } : undefined;
}

/** People whose first or last name begins so; clients first, as they are the ones whom a chat is for. */
export function candidatesFor(typed: string, viewers: Viewers, meId: string, everyone: { name: string; word: string } | undefined): Candidate[] {
  const sought = fold(typed);
  const fits = (name: string) => sought === '' || fold(name).startsWith(sought) || fold(name).split(' ').some((part) => part.startsWith(sought));
  const people = viewers.items
    .filter(({ participantId, displayName }) => participantId !== meId && fits(displayName))
    .map(({ participantId, displayName, isClient }) => ({ id: participantId, name: displayName, text: displayName, isClient }));
  const all = everyone && (fits(everyone.name) || fits(everyone.word)) ? [{ id: 'everyone', name: everyone.name, text: everyone.word, isClient: false, isEveryone: true }] : [];
  return [...people.filter(({ isClient }) => isClient), ...people.filter(({ isClient }) => !isClient), ...all].slice(0, atMost);
}

/** Whether a message calls this person, by name or together with everybody. */
export function callsMe(entry: { author?: Author; mentions?: Mention[] }, meId: string): boolean {
  return entry.author?.participantId !== meId && (entry.mentions?.some(({ participantId }) => participantId === undefined || participantId === meId) ?? false);
}
