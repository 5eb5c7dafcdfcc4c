import { useTranslation } from 'react-i18next';
import { useWords } from '../i18n/useWords';
import { typingStore } from './typing';

/** "Maria is typing", or nothing. In a direct chat there is only one who can be meant. */
export function useTypingText(conversationId: string, isDirect: boolean): string | undefined {
  const { t } = useTranslation();
  const words = useWords();
  const authors = typingStore((state) => state.byConversation[conversationId]);
  if (!authors) return undefined;
  if (isDirect) return t('chats.typing.direct');
  if (authors.length > 2) return t('chats.typing.many', { count: authors.length });
  return t('chats.typing.named', { count: authors.length, names: words.list(authors.map(({ displayName }) => displayName)) });
}
