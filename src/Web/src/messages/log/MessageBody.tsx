import { IconArrowForwardUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ForwardedMessage, MessageEntry } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { Attachments } from '@/files/Attachments';
import { useMe } from '@/organizations/me';
import { useChatScene } from './ChatScene';
import classes from './MessageBody.module.css';
import { MessageText } from './MessageText';

/** What a message says and holds. */
export function MessageBody({ entry, isOwn }: { entry: MessageEntry; isOwn: boolean }) {
  return (
    <>
      <Files entry={entry} author={entry.author.displayName} at={entry.createdAt} />
      {entry.text !== '' && <OwnWords entry={entry} isOwn={isOwn} />}
    </>
  );
}

/** What a message passes on, below the word that goes with it. */
export function ForwardedBody({ entry, forwarded, isOwn }: { entry: MessageEntry; forwarded: ForwardedMessage; isOwn: boolean }) {
  const { t } = useTranslation();
  const { author, at, text } = forwarded;
  return (
    <>
      {entry.text !== '' && (
        <div className={classes.word}>
          <OwnWords entry={entry} isOwn={isOwn} />
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

function OwnWords({ entry, isOwn }: { entry: MessageEntry; isOwn: boolean }) {
  const me = useMe();
  return <MessageText text={entry.text} mentions={entry.mentions} meId={isOwn ? undefined : me.id} />;
}

function Files({ entry, author, at }: { entry: MessageEntry; author: string; at: string }) {
  const { conversationId, canMarkFinal } = useChatScene();
  if (!entry.attachments) return null;
  return <Attachments files={entry.attachments} author={author} at={at} place={{ conversationId, number: entry.number, canMarkFinal }} />;
}
