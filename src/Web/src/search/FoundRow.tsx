import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Found, FoundConversation, FoundFile, FoundHuman, FoundMessage } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { ConversationAvatar } from '@/conversations/ConversationAvatar';
import { cachedRow } from '@/conversations/list/listCache';
import { FileMark } from '@/files/FileMark';
import { useFileSize } from '@/files/useFileSize';
import { Avatar } from '@/ui/Avatar';
import { GuestChip } from '@/ui/GuestChip';
import { Highlighted } from './Highlighted';
import classes from './SearchPane.module.css';

export function FoundRow({ found, inChat }: { found: Found; inChat: boolean }) {
  if (found.type === 'message') return <MessageRow found={found} inChat={inChat} />;
  if (found.type === 'file') return <FileRow found={found} />;
  if (found.type === 'conversation') return <ConversationRow found={found} />;
  return <PersonRow found={found} />;
}

function MessageRow({ found, inChat }: { found: FoundMessage; inChat: boolean }) {
  const { author } = found;
  return (
    <>
      {inChat && author ? <Avatar id={author.participantId} name={author.displayName} url={author.avatarUrl} size={36} isClient={author.isClient} /> : <ChatAvatar found={found} />}
      <span className={classes.lines}>
        <span className={classes.top}>
          <span className={classes.name}>{inChat ? author?.displayName : found.conversationName}</span>
          <Moment at={found.at} as="row" className={classes.time} />
        </span>
        <span className={classes.text}>
          {!inChat && author && (
            <b className={classes.author} data-client={author.isClient || undefined}>
              {author.displayName}:{' '}
            </b>
          )}
          <Highlighted text={found.text} highlights={found.highlights} />
        </span>
      </span>
    </>
  );
}

function FileRow({ found }: { found: FoundFile }) {
  const size = useFileSize();
  return (
    <>
      <FileMark kind={found.file.kind} name={found.file.name} />
      <span className={classes.lines}>
        <span className={classes.top}>
          <span className={classes.name}>
            <Highlighted text={found.text} highlights={found.highlights} />
          </span>
          <Moment at={found.at} as="row" className={classes.time} />
        </span>
        <span className={classes.note}>{[size(found.file.size), found.author?.displayName, found.conversationName].filter(Boolean).join(' · ')}</span>
      </span>
    </>
  );
}

function ConversationRow({ found }: { found: FoundConversation }) {
  return (
    <>
      <ChatAvatar found={found} />
      <span className={classes.lines}>
        <span className={classes.top}>
          <span className={classes.name}>
            <Highlighted text={found.text} highlights={found.highlights} />
          </span>
          <Moment at={found.at} as="row" className={classes.time} />
        </span>
      </span>
    </>
  );
}

function PersonRow({ found }: { found: FoundHuman }) {
  const { t } = useTranslation();
  const { person } = found;
  return (
    <>
      <Avatar id={person.participantId} name={person.displayName} url={person.avatarUrl} size={36} isClient={person.isClient} />
      <span className={classes.lines}>
        <span className={classes.top}>
          <span className={classes.name}>
            <Highlighted text={found.text} highlights={found.highlights} />
          </span>
          {person.role === 'guest' && <GuestChip />}
        </span>
        {(person.company || !person.memberId) && <span className={classes.note}>{person.company ?? t('search.outside')}</span>}
      </span>
    </>
  );
}

function ChatAvatar({ found: { conversationId, conversationName, kind, isClientChat, person } }: { found: FoundMessage | FoundConversation }) {
  const cache = useQueryClient();
  const avatarUrl = person ? person.avatarUrl : cachedRow(cache, conversationId)?.avatarUrl;
  const other = person && { person: { participantId: person.participantId, displayName: person.displayName, isClient: person.isClient } };
  return <ConversationAvatar conversation={{ id: conversationId, name: conversationName, kind, isClientChat, avatarUrl: avatarUrl ?? null, ...other }} size={36} />;
}
