import { Button, Select, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatPhone } from '@/app/format/phone';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { Notice } from '@/ui/Notice';
import type { LinkedPerson } from './LinkDialog';
import classes from './Radar.module.css';
import { useCreateContact } from './useLinking';

const longestName = 300;

export function CreateContactDialog({ conversationId, clients, onClose }: { conversationId: string; clients: LinkedPerson[]; onClose: () => void }) {
  const { t } = useTranslation();
  const [participantId, setParticipant] = useState(clients[0]?.participantId ?? '');
  const [name, setName] = useState(clients[0]?.displayName ?? '');
  const create = useCreateContact(conversationId);
  const client = clients.find((one) => one.participantId === participantId);

  const choose = (id: string | null) => {
    if (!id) return;
    setParticipant(id);
    setName(clients.find((one) => one.participantId === id)?.displayName ?? '');
  };
  const submit = () => {
    if (name.trim()) create.mutate({ participantId, name: name.trim() }, { onSuccess: onClose });
  };

  return (
    <Dialog
      title={t('radar.creating.title')}
      subtitle={client?.phone && formatPhone(client.phone)}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" leftSection={<IconUserPlus size={17} stroke={1.75} />} loading={create.isPending} disabled={!name.trim()}>
            {t('radar.creating.go')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        {clients.length > 1 && (
          <Select
            label={t('radar.creating.client')}
            data={clients.map((one) => ({ value: one.participantId, label: one.displayName }))}
            value={participantId}
            allowDeselect={false}
            onChange={choose}
          />
        )}
        <TextInput label={t('radar.creating.name')} maxLength={longestName} value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        <Notice>{t('radar.creating.note')}</Notice>
        <FormProblem error={create.error} />
      </div>
    </Dialog>
  );
}
