import { Button } from '@mantine/core';
import { IconDoorExit, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { ChannelActs } from '@/channels/ChannelActs';
import { DescriptionSection } from '@/channels/DescriptionSection';
import { FinalShelf } from '@/files/finals/FinalShelf';
import { areGuests } from '@/messages/composer/readers';
import { AwaitedOfYou } from '@/messages/decisions/AwaitedOfYou';
import { ConversationPicture } from '@/pictures/ConversationPicture';
import { useMe } from '@/organizations/me';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { AddPeopleDialog } from '../members/AddPeopleDialog';
import { LeaveDialog } from '../members/LeaveDialog';
import classes from './AboutPane.module.css';
import { PersonLine } from './PersonLine';
import { useChatPeople } from './useChatPeople';
import { WhyISeeIt } from './WhyISeeIt';

export function AboutPane({ conversation, onExplain }: { conversation: Conversation; onExplain: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const reader = useDateReader();
  const people = useChatPeople(conversation);
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const isGuest = me.role === 'guest';
  const { can } = conversation;

  return (
    <>
      {can.explain && <WhyISeeIt conversationId={conversation.id} onMore={onExplain} />}
      {isGuest && <AwaitedOfYou conversationId={conversation.id} />}
      {isGuest && (
        <div className={classes.finals}>
          <FinalShelf conversation={conversation} />
        </div>
      )}
      {can.rename && conversation.kind !== 'direct' && (
        <section className={classes.section}>
          <ConversationPicture conversation={conversation} />
        </section>
      )}
      {conversation.kind === 'channel' && <DescriptionSection conversation={conversation} />}
      {people.error ? (
        <ErrorState error={people.error} what={t('what.people')} onRetry={people.retry} />
      ) : (
        <Loading pending={people.pending} skeleton={<SkeletonRows rows={5} height={48} avatar="round" />}>
          {people.clients.length > 0 && (
            <section className={classes.section} aria-labelledby="about-clients">
              <h3 id="about-clients" className={classes.title} data-client>
                {isGuest ? t('people.withYou') : t(areGuests(people.clients) ? 'people.guests' : 'people.clients')}
              </h3>
              <ul>
                {people.clients.map((person) => (
                  <PersonLine key={person.participantId} conversation={conversation} person={person} />
                ))}
              </ul>
            </section>
          )}
          {people.company.length > 0 && (
            <section className={classes.section} aria-labelledby="about-company">
              <div className={classes.head}>
                <h3 id="about-company" className={classes.title}>
                  {t(isGuest ? 'people.team' : 'people.employees')}
                </h3>
                {!isGuest && <span className={classes.note}>{t('people.employeesRead')}</span>}
              </div>
              <ul>
                {people.company.map((person) => (
                  <PersonLine key={person.participantId} conversation={conversation} person={person} />
                ))}
              </ul>
            </section>
          )}
        </Loading>
      )}
      {(can.addEmployees || can.addGuests || can.leave || can.archive || can.convert || can.publish || can.unpublish || can.appoint) && (
        <div className={classes.acts}>
          {(can.addEmployees || can.addGuests) && (
            <Button variant="default" size="xs" leftSection={<IconUserPlus size={16} stroke={1.75} />} onClick={() => setAdding(true)}>
              {t('chats.addPeople')}
            </Button>
          )}
          <ChannelActs conversation={conversation} />
          {can.leave && (
            <Button variant="default" size="xs" leftSection={<IconDoorExit size={16} stroke={1.75} />} onClick={() => setLeaving(true)}>
              {t('chats.leave')}
            </Button>
          )}
        </div>
      )}
      {!isGuest && (
        <p className={classes.facts}>
          {[
            t('people.createdAt', { date: longDay(conversation.createdAt, reader) }),
            conversation.owner && t('people.owns', { name: conversation.owner.displayName }),
            conversation.outsideTitle && conversation.outsideTitle !== conversation.name && t('chats.outsideTitle', { title: conversation.outsideTitle }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {adding && <AddPeopleDialog conversation={conversation} onClose={() => setAdding(false)} />}
      {leaving && <LeaveDialog conversation={conversation} onClose={() => setLeaving(false)} />}
    </>
  );
}
