import { Button, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageEntry } from '@/api/types';
import { clockTime } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { participantsQuery } from '@/conversations/queries';
import { useMe } from '@/organizations/me';
import { dayIn, momentAt } from '@/search/spans';
import { Dialog } from '@/ui/Dialog';
import { excerptOf } from '../excerpt';
import classes from './AskDecisionDialog.module.css';
import { useSetStatus } from './useSetStatus';

const endOfWork = '18:00';

/** Who is to decide, and until when; a client is proposed where there is one. */
export function AskDecisionDialog({ conversationId, entry, onClose }: { conversationId: string; entry: MessageEntry; onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const reader = useDateReader();
  const people = useQuery(participantsQuery(conversationId)).data ?? [];
  const { set, busy } = useSetStatus(conversationId);
  const asked = entry.status?.status === 'needsDecision' ? entry.status : undefined;
  const [chosen, setChosen] = useState<string | null>(asked?.decisionBy?.participantId ?? null);
  const [day, setDay] = useState(asked?.dueAt ? dayIn(Date.parse(asked.dueAt), reader.timeZone) : '');
  const [time, setTime] = useState(asked?.dueAt ? clockTime(asked.dueAt, reader) : endOfWork);

  const others = people.filter(({ participantId }) => participantId !== me.id);
  const decider = chosen ?? others[0]?.participantId ?? me.id;
  const names = [...others.map(({ participantId, displayName, company }) => ({ value: participantId, label: company ? `${displayName} · ${company}` : displayName })), { value: me.id, label: t('decisions.myself') }];
  const dueAt = day ? momentAt(day, time || endOfWork, reader.timeZone) : undefined;
  const isPast = dueAt !== undefined && Date.parse(dueAt) <= reader.now && dueAt !== asked?.dueAt;

  return (
    <Dialog
      title={t('decisions.askTitle')}
      onClose={onClose}
      onSubmit={() => !isPast && set(entry.number, { status: 'needsDecision', decisionBy: decider, dueAt }, entry.status, onClose)}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={isPast}>
            {t('decisions.askNow')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <blockquote className={classes.words}>{excerptOf(entry)}</blockquote>
        <Select label={t('decisions.who')} data={names} value={decider} onChange={setChosen} allowDeselect={false} searchable={names.length > 7} data-autofocus />
        <div className={classes.due}>
          <TextInput type="date" label={t('decisions.dueDay')} value={day} min={dayIn(reader.now, reader.timeZone)} onChange={({ currentTarget }) => setDay(currentTarget.value)} error={isPast && t('decisions.past')} />
          <TextInput type="time" label={t('decisions.dueTime')} value={time} disabled={!day} onChange={({ currentTarget }) => setTime(currentTarget.value)} />
        </div>
        <p className={classes.hint}>{t('decisions.hint')}</p>
      </div>
    </Dialog>
  );
}
