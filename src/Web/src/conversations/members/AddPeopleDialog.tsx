import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, History, Member, Role } from '@/api/types';
import { employeeRoles } from '@/organizations/people/memberQueries';
import { Avatar } from '@/ui/Avatar';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { Notice } from '@/ui/Notice';
import { PeoplePicker } from '@/ui/PeoplePicker';
import { conversationMembersQuery } from '../queries';
import { HistoryChoice } from './HistoryChoice';
import { JoinPreviewView } from './JoinPreviewView';
import { LookAhead } from './LookAhead';
import { useAddPeople } from './useAddPeople';

type AddPeopleDialogProps = { conversation: Conversation; people?: Member[]; onClose: () => void };

/** Who comes in, what he gets to see, and what to look at before. */
export function AddPeopleDialog({ conversation, people: startWith = [], onClose }: AddPeopleDialogProps) {
  const { t } = useTranslation();
  const [people, setPeople] = useState(startWith);
  const [history, setHistory] = useState<History>('all');
  const members = useQuery(conversationMembersQuery(conversation.id)).data ?? [];
  const add = useAddPeople(conversation, onClose);

  const { can } = conversation;
  const roles: Role[] = [...(can.addEmployees ? employeeRoles : []), ...(can.addGuests ? (['guest'] as const) : [])];
  const guests = people.filter(({ isClient }) => isClient);
  const [first] = people;
  const [guest] = guests;
  const title = guests.length > 1 ? t('addPeople.titleGuests', { count: guests.length }) : guest ? t('addPeople.titleGuest', { name: guest.displayName }) : t('addPeople.title');

  return (
    <Dialog
      title={title}
      subtitle={[guests.length === 1 && guest?.email, t('addPeople.inChat', { chat: conversation.name })].filter(Boolean).join(' · ')}
      mark={guests.length === 1 && guest ? <Avatar id={guest.id} name={guest.displayName} url={guest.avatarUrl} size={44} isClient /> : undefined}
      width={640}
      onClose={onClose}
      onSubmit={() => people.length > 0 && add.mutate({ people, history })}
      footnote={people.length > 0 && (history === 'fromNow' && guest ? t('addPeople.noteFromNow') : t('addPeople.note'))}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending} disabled={people.length === 0} leftSection={<IconUserPlus size={17} stroke={1.75} />}>
            {t(people.length === 0 ? 'addPeople.addPlain' : history === 'all' ? 'addPeople.addAll' : 'addPeople.addFromNow')}
          </Button>
        </>
      }
    >
      <PeoplePicker
        label={t('addPeople.who')}
        description={can.addGuests && !can.addEmployees ? t('addPeople.onlyGuests') : undefined}
        roles={roles}
        exclude={members.map(({ memberId }) => memberId)}
        value={people}
        onChange={setPeople}
      />
      {first && (
        <>
          <HistoryChoice conversation={conversation} value={history} onChange={setHistory} />
          {!conversation.managed && (
            <>
              <JoinPreviewView conversationId={conversation.id} memberId={(guest ?? first).id} history={history} isGuest={guests.length > 0} />
              <LookAhead conversationId={conversation.id} memberId={(guest ?? first).id} name={(guest ?? first).displayName} history={history} isGuest={guest !== undefined} />
            </>
          )}
        </>
      )}
      {add.data && add.data.refused.length > 0 && (
        <Notice tone="danger" role="alert">
          {t('addPeople.partly', { names: add.data.refused.map(({ displayName }) => displayName).join(', ') })}
        </Notice>
      )}
      <FormProblem error={add.error} />
    </Dialog>
  );
}
