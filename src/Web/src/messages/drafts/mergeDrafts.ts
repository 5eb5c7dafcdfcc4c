import type { KeptDraftItem } from '@/api/types';
import type { Draft } from './drafts';

/** The version of the server that this device's draft comes from, and when it was changed here since. */
export type DraftMark = { keptAt?: string; changedAt?: number };

/** Take what the server has, send what is here, ask whether it was really forgotten, or leave both as they are. */
export type Merge = 'take' | 'push' | 'ask' | 'same' | 'nothing';

/** Whoever changed it last is followed; what was written here and never reached the server is not lost. */
export function merge(local: Draft | undefined, mark: DraftMark | undefined, kept: KeptDraftItem | undefined): Merge {
  const isChanged = mark?.changedAt !== undefined;
  if (!kept) {
    if (!local) return 'nothing';
    return mark?.keptAt === undefined || isChanged ? 'push' : 'ask';
  }
  if (local && local.text === kept.text && local.replyTo?.number === kept.replyTo) return 'same';
  if (!isChanged) return local && mark === undefined ? 'push' : 'take';
  return mark.keptAt === kept.at || mark.changedAt! > Date.parse(kept.at) ? 'push' : 'take';
}

export function sameWords(one: Draft | undefined, other: Draft | undefined): boolean {
  return (one?.text ?? '') === (other?.text ?? '') && one?.replyTo?.number === other?.replyTo?.number;
}
