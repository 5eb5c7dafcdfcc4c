import type { TFunction } from 'i18next';
import type { ConversationItem } from '@/api/types';

/** A row as one sentence for the screen reader. */
export function rowSentence(row: ConversationItem, preview: { author: string | undefined; text: string }, t: TFunction): string {
  const facts = [
    row.name,
    row.isClientChat ? `${t('chats.clientChat')}, ${t('chats.clients', { count: row.clientCount ?? 0 })}` : undefined,
    row.bridge?.name,
    row.unreadCount > 0 ? t('chats.unread', { count: row.unreadCount }) : undefined,
    preview.author ? `${preview.author}: ${preview.text}` : preview.text,
  ];
  return facts.filter(Boolean).join('. ');
}
