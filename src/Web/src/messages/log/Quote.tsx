import { useTranslation } from 'react-i18next';
import type { QuotedMessage } from '@/api/types';
import { useChatScene } from './ChatScene';
import classes from './Quote.module.css';

export function Quote({ quote }: { quote: QuotedMessage }) {
  const { t } = useTranslation();
  const { onGoTo } = useChatScene();
  if (!quote.available) return <p className={classes.gone}>{t('messages.replyGone')}</p>;

  const name = quote.author?.displayName ?? '';
  return (
    <button
      type="button"
      className={classes.quote}
      data-client={quote.author?.isClient || undefined}
      title={t('messages.goToQuote', { name })}
      onClick={() => onGoTo(quote.number)}
    >
      <span className={classes.name}>{name}</span>
      <span className={classes.text}>{quote.text || t('messages.deleted')}</span>
    </button>
  );
}
