import { useTranslation } from 'react-i18next';
import { Avatar } from '@/ui/Avatar';
import { Bubble } from './Bubble';
import { useChatScene } from './ChatScene';
import { StatusMark } from '../decisions/StatusMark';
import { Reactions } from '../reactions/Reactions';
import { RepliesLine } from '../threads/RepliesLine';
import { MessageActions } from './MessageActions';
import { ForwardedBody, MessageBody } from './MessageBody';
import classes from './MessageItem.module.css';
import { MessageMeta } from './MessageMeta';
import { Quote } from './Quote';
import type { MessageRow } from './rows';

/** One message in its place: side, bubble, author, and what can be done with it. */
export function MessageItem({ row }: { row: MessageRow }) {
  const { t } = useTranslation();
  const { entry, look, side, startsGroup } = row;
  const { author } = entry;
  const who = look === 'own' ? t('messages.you') : author.isClient ? t('messages.client') : t('messages.colleague');
  const hasFace = look !== 'own';
  const { people } = useChatScene();

  return (
    <div className={classes.item} data-side={side} data-starts={startsGroup || undefined}>
      {hasFace && (
        <span className={classes.face}>{startsGroup && <Avatar id={author.participantId} name={author.displayName} url={(people.get(author.participantId) ?? author).avatarUrl} isClient={author.isClient} />}</span>
      )}
      <div className={classes.column}>
        <Bubble look={look} side={side} startsGroup={startsGroup}>
          {startsGroup && look !== 'own' ? <AuthorLine row={row} /> : <span className={classes.hiddenAuthor}>{`${author.displayName}, ${who}: `}</span>}
          {'text' in entry ? (
            <>
              {entry.replyTo && <Quote quote={entry.replyTo} />}
              {entry.forwarded ? <ForwardedBody entry={entry} forwarded={entry.forwarded} isOwn={look === 'own'} /> : <MessageBody entry={entry} isOwn={look === 'own'} />}
            </>
          ) : (
            <span className={classes.deleted}>{t('messages.deleted')}</span>
          )}
          {'text' in entry && <StatusMark entry={entry} />}
          {side !== 'flat' && <MessageMeta entry={entry} isOwn={look === 'own'} />}
          {'text' in entry && <Reactions entry={entry} />}
          <RepliesLine entry={entry} />
        </Bubble>
        {'text' in entry && <MessageActions entry={entry} />}
      </div>
    </div>
  );
}

function AuthorLine({ row }: { row: MessageRow }) {
  const { t } = useTranslation();
  const { people, isGuest } = useChatScene();
  const { author } = row.entry;
  const person = people.get(author.participantId);
  const facts = [
    author.isClient && author.memberId && !isGuest ? t('messages.guest') : undefined,
    author.isClient ? person?.company : undefined,
    person?.ownNumber ? t('messages.ownNumber') : undefined,
  ].filter(Boolean);

  return (
    <p className={classes.author}>
      <b data-client={author.isClient || undefined}>{author.displayName}</b>
      {author.isClient && facts.length === 0 && <span className={classes.srOnly}>{`, ${t('messages.client')}`}</span>}
      {facts.length > 0 && <span className={classes.fact}>{facts.join(' · ')}</span>}
      {row.side === 'flat' && <MessageMeta entry={row.entry} isOwn={false} inline />}
    </p>
  );
}
