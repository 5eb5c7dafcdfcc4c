import { useTranslation } from 'react-i18next';
import type { MessageEntry, Tombstone } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { useMe } from '@/organizations/me';
import { Avatar } from '@/ui/Avatar';
import { useChatScene } from '../log/ChatScene';
import { unreadReplies } from './replies';
import classes from './RepliesLine.module.css';

const mostFaces = 3;

/** Below a message with a thread: whose replies, how many, when the last one came, and how many of them are new. */
export function RepliesLine({ entry }: { entry: MessageEntry | Tombstone }) {
  const { t } = useTranslation();
  const me = useMe();
  const { onThread } = useChatScene();
  const { replies } = entry;
  if (!replies || !onThread) return null;

  const unread = unreadReplies(entry, me.id);
  return (
    <button type="button" className={classes.line} data-replies data-unread={unread > 0 || undefined} title={t('threads.open')} onClick={() => onThread(entry.number)}>
      <span className={classes.faces} aria-hidden="true">
        {replies.people.slice(0, mostFaces).map(({ participantId, displayName, isClient }) => (
          <Avatar key={participantId} id={participantId} name={displayName} size={22} isClient={isClient} />
        ))}
      </span>
      <span className={classes.count}>{t('threads.count', { count: replies.count })}</span>
      <Moment at={replies.lastAt} as="row" className={classes.at} />
      {unread > 0 && (
        <span className={classes.unread}>
          <span aria-hidden="true">{unread}</span>
          <span className={classes.spoken}>{t('threads.unread', { count: unread })}</span>
        </span>
      )}
    </button>
  );
}
