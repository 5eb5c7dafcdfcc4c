import { IconArrowBackUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuotedMessage } from '@/api/types';
import { IconButton } from '@/ui/IconButton';
import classes from './ReplyBar.module.css';

export function ReplyBar({ quote, onCancel }: { quote: QuotedMessage; onCancel: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.bar}>
      <IconArrowBackUp size={17} stroke={1.75} aria-hidden="true" />
      <div className={classes.lines}>
        <span className={classes.name}>{t('messages.replyTo', { name: quote.author?.displayName ?? '' })}</span>
        <span className={classes.text}>{quote.text}</span>
      </div>
      <IconButton icon={IconX} iconSize={16} size={30} label={t('messages.replyCancel')} onClick={onCancel} />
    </div>
  );
}
