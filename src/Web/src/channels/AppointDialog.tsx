import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, Member } from '@/api/types';
import { useMe } from '@/organizations/me';
import { employeeRoles } from '@/organizations/people/memberQueries';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { PeoplePicker } from '@/ui/PeoplePicker';
import { useLead } from './useLead';

/** Somebody to lead a chat that nobody leads; whoever appoints him does not get to read it himself. */
export function AppointDialog({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const lead = useLead(conversation.id);
  const [people, setPeople] = useState<Member[]>([]);
  const act = conversation.kind === 'channel' ? 'appoint' : 'handOn';
  const [person] = people;

  const submit = () => person && lead.mutate({ act, memberId: person.id, name: person.displayName }, { onSuccess: onClose });
  return (
    <Dialog
      title={t(`channels.leader.${act}`)}
      subtitle={conversation.name}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={lead.isPending} disabled={!person}>
            {t('channels.leader.action')}
          </Button>
        </>
      }
    >
      <PeoplePicker label={t('channels.leader.who')} description={t('channels.leader.hint')} roles={employeeRoles} exclude={[me.id]} value={people} single onChange={setPeople} />
      <FormProblem error={lead.error} />
    </Dialog>
  );
}
