import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { useTypingText } from '@/app/live/useTypingText';
import { useWords } from '@/app/i18n/useWords';
import { areGuests } from '@/messages/composer/readers';
import { useMe } from '@/organizations/me';
import classes from './ConversationHeader.module.css';
import { participantsQuery, viewersQuery } from './queries';

/** The second line of the header: clients first and in violet, then employees, then what kind of chat this is. */
export function HeaderFacts({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const me = useMe();
  const words = useWords();
  const people = useQuery({ ...participantsQuery(conversation.id), enabled: !conversation.managed }).data;
  const viewers = useQuery({ ...viewersQuery(conversation.id), enabled: !conversation.managed }).data;
  const { kind, bridge, clientCount, isClientChat, person, visibility } = conversation;
  const typing = useTypingText(conversation.id, kind === 'direct');
  const presence = kind === 'direct' ? people?.find(({ participantId }) => participantId === person?.participantId)?.presence : undefined;
  if (typing) {
    return (
      <p className={classes.facts}>
        <span className={classes.typing}>{typing}</span>
      </p>
    );
  }

  if (me.role === 'guest') {
    const team = people?.filter(({ isClient }) => !isClient).map(({ displayName }) => displayName.split(' ')[0] ?? displayName) ?? [];
    return <p className={classes.facts}>{team.length > 0 ? `${me.organization.name} · ${t('chats.withYou', { names: words.list(team) })}` : me.organization.name}</p>;
  }

  const clients = people?.filter(({ isClient }) => isClient);
  const employees = viewers?.employees ?? 0;
  const count = clientCount ?? clients?.length;
  const countKey = clients && clients.length > 0 && areGuests(clients) ? 'chats.guests' : 'chats.clients';
  const facts: ReactNode[] = [
    isClientChat && kind !== 'direct' && count !== undefined && (
      <span className={classes.clients}>
        <IconUsers size={15} stroke={1.75} aria-hidden="true" />
        {t(countKey, { count })}
      </span>
    ),
    presence && presence !== 'offline' && <span className={classes.presence} data-presence={presence}>{t(`people.presence.${presence}`)}</span>,
    kind === 'direct' && person?.isClient && <span className={classes.clients}>{t('role.guest')}</span>,
    kind === 'direct' && person && !person.isClient && person.role && t(`role.${person.role}`),
    kind !== 'direct' && employees > 0 && t('chats.employees', { count: employees }),
    kind === 'bridged' ? (bridge ? t('chats.kind.bridged', { name: bridge.name }) : t('chats.kind.bridgedPlain')) : visibility ? t(`channels.${visibility}`) : t(`chats.kind.${kind}`),
    conversation.unlinked && (
      <span className={classes.unlinked} title={t('chats.unlinkedHint')}>
        {t('chats.unlinked')}
      </span>
    ),
  ].filter(Boolean);

  return (
    <p className={classes.facts}>
      {facts.map((fact, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {fact}
        </Fragment>
      ))}
    </p>
  );
}
