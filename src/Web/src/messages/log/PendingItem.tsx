import { IconClock, IconExclamationCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/app/format/Moment';
import { useMe } from '@/organizations/me';
import { Attachments } from '@/files/Attachments';
import { Avatar } from '@/ui/Avatar';
import { useOutbox } from '../outbox/useOutbox';
import { Bubble } from './Bubble';
import item from './MessageItem.module.css';
import meta from './MessageMeta.module.css';
import { MessageText } from './MessageText';
import classes from './PendingItem.module.css';
import { Quote } from './Quote';
import type { PendingRow } from './rows';

/** A message that is not in the log yet: on its way, waiting for the network, or refused. */
export function PendingItem({ row }: { row: PendingRow }) {
  const { t } = useTranslation();
  const me = useMe();
  const { resend, discard } = useOutbox();
  const { text, state, problem, createdAt, replyTo, attachments } = row.item;
  const failed = state === 'failed';

  return (
    <div className={item.item} data-side={row.side} data-starts={row.startsGroup || undefined}>
      {row.side === 'flat' && <span className={item.face}>{row.startsGroup && <Avatar id={me.id} name={me.displayName} url={me.avatarUrl} isClient={me.role === 'guest'} />}</span>}
      <div className={item.column}>
        <Bubble look={row.look} side={row.side} startsGroup={row.startsGroup} failed={failed}>
          <span className={item.hiddenAuthor}>{`${me.displayName}, ${t('messages.you')}: `}</span>
          {replyTo && <Quote quote={replyTo} />}
          {attachments && <Attachments files={attachments} author={me.displayName} at={createdAt} />}
          {text !== '' && <MessageText text={text} />}
          <span className={meta.meta} data-failed={failed || undefined}>
            {failed ? t('messages.failed') : <Moment at={createdAt} as="clock" />}
            {failed ? (
              <IconExclamationCircle size={14} stroke={1.75} aria-hidden="true" />
            ) : (
              <IconClock size={14} stroke={1.75} role="img" aria-label={t(state === 'waiting' ? 'messages.waiting' : 'messages.sending')} />
            )}
          </span>
        </Bubble>
        {failed && (
          <div className={classes.failed}>
            {problem && <p className={classes.problem}>{problem}</p>}
            <button type="button" className={classes.action} onClick={() => resend(row.item)}>
              {t('messages.resend')}
            </button>
            <button type="button" className={classes.action} onClick={() => discard(row.item)}>
              {t('messages.discard')}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
