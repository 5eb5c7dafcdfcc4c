import { IconPinFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MessageEntry, Tombstone } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { fullMoment } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import classes from './MessageMeta.module.css';
import { useChatScene } from './ChatScene';
import { Ticks } from './Ticks';
import { Wordings } from './Wordings';

type MessageMetaProps = { entry: MessageEntry | Tombstone; isOwn: boolean; inline?: boolean };

export function MessageMeta({ entry, isOwn, inline = false }: MessageMetaProps) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const { conversationId, isGuest } = useChatScene();
  const editedAt = 'text' in entry ? entry.editedAt : undefined;

  return (
    <span className={classes.meta} data-inline={inline || undefined}>
      {'text' in entry && entry.pinned && <IconPinFilled size={12} role="img" aria-label={t('pins.mark')} />}
      {editedAt && !isGuest && <Wordings conversationId={conversationId} number={entry.number} revision={entry.revision} editedAt={editedAt} />}
      {editedAt && isGuest && <span title={t('messages.editedHint', { moment: fullMoment(editedAt, reader) })}>{t('messages.edited')}</span>}
      <Moment at={entry.createdAt} as="clock" />
      {isOwn && 'text' in entry && <Ticks number={entry.number} />}
    </span>
  );
}
