import type { TFunction } from 'i18next';
import type { ConversationItem } from '@/api/types';
import { systemText } from '@/messages/systemText';

/** The last thing that happened, in one line: who and what. */
export function previewOf(row: ConversationItem, meId: string, isGuest: boolean, t: TFunction): { author: string | undefined; text: string } {
  const last = row.lastMessage;
  if (!last) return { author: undefined, text: t('chats.noMessages') };
  if (last.system) return { author: undefined, text: systemText(last.system, t, { forGuest: isGuest, name: (name) => name, since: undefined }) };

  const text = last.deletedAt ? t('chats.deleted') : plainText(last.text ?? '');
  if (last.author?.memberId === meId) return { author: t('chats.you'), text };
  return { author: row.kind === 'direct' ? undefined : last.author?.displayName, text };
}

/** Marks of emphasis mean nothing in one line. */
export function plainText(text: string): string {
  return text.replace(/[*_`~]{1,3}(?=\S)|(?<=\S)[*_`~]{1,3}/g, '').replace(/\s+/g, ' ').trim();
}
