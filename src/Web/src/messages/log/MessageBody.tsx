import { IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ForwardedMessage, MessageEntry } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { Attachments } from '@/files/Attachments';
import { useChatScene } from './ChatScene';
import classes from './MessageBody.module.css';
import { MessageText } from './MessageText';

/** What a message says and holds. */
export function MessageBody({ entry }: { entry: MessageEntry }) {
  return (
    <>
      <Files entry={entry} author={entry.author.displayName} at={entry.createdAt} />
      {entry.text !== '' && <MessageText text={entry.text} />}
    </>
  );
}

/** What a message passes on, below the word that goes with it. */
export function ForwardedBody({ entry, forwarded }: { entry: MessageEntry; forwarded: ForwardedMessage }) {
  const { t } = useTranslation();
  const { author, at, text } = forwarded;
  return (
    <>
      {entry.text !== '' && (
        <div className={classes.word}>
          <MessageText text={entry.text} />
        </div>
      )}
      <div className={classes.forwarded} data-client={author?.isClient || undefined}>
        <p className={classes.head}>
          <IconArrowForwardUp size={15} stroke={1.75} aria-hidden="true" />
          <span className={classes.from}>{author ? t('forward.forwardedBy', { name: author.displayName }) : t('forward.forwarded')}</span>
          <Moment at={at} as="row" />
        </p>
        <Files entry={entry} author={author?.displayName ?? ''} at={at} />
        {text !== '' && <MessageText text={text} />}
      </div>
    </>
  );
}

function Files({ entry, author, at }: { entry: MessageEntry; author: string; at: string }) {
  const { conversationId, canMarkFinal } = useChatScene();
  if (!entry.attachments) return null;
  return <Attachments files={entry.attachments} author={author} at={at} place={{ conversationId, number: entry.number, canMarkFinal }} />;
}
