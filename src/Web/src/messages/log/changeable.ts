import type { Conversation, MessageEntry } from '@/api/types';

const editWindow = 24 * 60 * 60 * 1000;

export type Changeable = { edit: boolean; delete: boolean };
type Place = { kind: Conversation['kind']; write: boolean; moderate: boolean };

/** What the reader may do to a message; the server decides by the same rules. */
export function changeable({ kind, write, moderate }: Place, { author, createdAt }: MessageEntry, meId: string, now: number): Changeable {
  if (kind === 'bridged' || !write) return { edit: false, delete: false };
  const isOwn = author.participantId === meId;
  return { edit: isOwn && now - Date.parse(createdAt) < editWindow, delete: isOwn || moderate };
}
