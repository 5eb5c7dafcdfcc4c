import { Button, Radio, Select } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '@/api/types';
import { formatPhone } from '@/app/format/phone';
import { Chip } from '@/ui/Chip';
import { Dialog } from '@/ui/Dialog';
import { ErrorState } from '@/ui/ErrorState';
import { FormProblem } from '@/ui/FormProblem';
import { Loading } from '@/ui/Loading';
import { SearchField } from '@/ui/SearchField';
import { SkeletonRows } from '@/ui/Skeleton';
import { useDebounced } from '@/ui/useDebounced';
import { contactsQuery } from '../contactQueries';
import classes from './Radar.module.css';
import { useLinkClient } from './useLinking';

export type LinkedPerson = { participantId: string; displayName: string; phone?: string | undefined };
type LinkDialogProps = { conversationId: string; clients: LinkedPerson[]; onClose: () => void };
type Guess = { contact: Contact; likeness: 'byPhone' | 'byName' | undefined };

/** Who a client is in the CRM: until something is typed, those with his number come first, then those with his name. */
export function LinkDialog({ conversationId, clients, onClose }: LinkDialogProps) {
  const { t } = useTranslation();
  const [participantId, setParticipant] = useState(clients[0]?.participantId ?? '');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState('');
  const link = useLinkClient();

  const client = clients.find((one) => one.participantId === participantId) ?? clients[0];
  const query = useDebounced(search.trim(), 250);
  const typed = useInfiniteQuery(contactsQuery({ query, responsible: undefined }));
  const byPhone = useInfiniteQuery({ ...contactsQuery({ query: client?.phone ?? '', responsible: undefined }), enabled: query === '' && Boolean(client?.phone) });
  const byName = useInfiniteQuery({ ...contactsQuery({ query: client ? firstWord(client.displayName) : '', responsible: undefined }), enabled: query === '' && client !== undefined });

  const guesses = gather([
    ...(query === '' ? [{ likeness: 'byPhone' as const, found: client?.phone ? itemsOf(byPhone.data) : [] }, { likeness: 'byName' as const, found: itemsOf(byName.data) }] : []),
    { likeness: undefined, found: itemsOf(typed.data) },
  ]);
  const contact = guesses.find((guess) => guess.contact.externalId === chosen)?.contact;

  const submit = () => {
    if (!client || !contact) return;
    link.mutate(
      { conversationId, participantId: client.participantId, clientName: client.displayName, externalId: contact.externalId, contactName: contact.name },
      { onSuccess: onClose },
    );
  };

  return (
    <Dialog
      title={t('radar.linking.title')}
      subtitle={clients.length === 1 && client ? [client.displayName, client.phone && formatPhone(client.phone)].filter(Boolean).join(' · ') : undefined}
      width={640}
      onClose={onClose}
      onSubmit={submit}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('do.cancel')}
          </Button>
          <Button type="submit" leftSection={<IconLink size={17} stroke={1.75} />} loading={link.isPending} disabled={!contact}>
            {t('radar.linking.go')}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        {clients.length > 1 && (
          <Select
            label={t('radar.linking.client')}
            data={clients.map((one) => ({ value: one.participantId, label: [one.displayName, one.phone && formatPhone(one.phone)].filter(Boolean).join(' · ') }))}
            value={participantId}
            allowDeselect={false}
            onChange={(id) => id && setParticipant(id)}
          />
        )}
        <SearchField label={t('radar.linking.search')} value={search} onChange={setSearch} />
        {typed.isError ? (
          <ErrorState error={typed.error} what={t('what.contacts')} onRetry={() => void typed.refetch()} />
        ) : (
          <Loading pending={typed.isPending} skeleton={<SkeletonRows rows={4} avatar="none" />}>
            {guesses.length === 0 ? (
              <p className={classes.quiet} role="status">
                {t('radar.linking.none')}
              </p>
            ) : (
              <Radio.Group aria-label={t('radar.linking.contacts')} value={chosen} onChange={setChosen} className={classes.guesses}>
                {guesses.map((guess) => (
                  <GuessRow key={guess.contact.externalId} guess={guess} />
                ))}
              </Radio.Group>
            )}
          </Loading>
        )}
        <p className={classes.quiet}>{t('radar.linking.effect')}</p>
        <FormProblem error={link.error} />
      </div>
    </Dialog>
  );
}

function GuessRow({ guess: { contact, likeness } }: { guess: Guess }) {
  const { t } = useTranslation();
  const name = contact.responsible?.state === 'active' ? contact.responsible.displayName : undefined;
  return (
    <div className={classes.guess}>
      <Radio
        value={contact.externalId}
        label={contact.name}
        description={[contact.phones[0] && formatPhone(contact.phones[0]), name ? t('radar.linking.responsible', { name }) : t('radar.linking.nobody')].filter(Boolean).join(' · ')}
      />
      {likeness && <Chip tone="ok">{t(`radar.linking.${likeness}`)}</Chip>}
    </div>
  );
}

const firstWord = (name: string) => name.trim().split(/\s+/)[0] ?? '';

const itemsOf = (data: { pages: { items: Contact[] }[] } | undefined) => data?.pages.flatMap(({ items }) => items) ?? [];

/** Each contact once, where it fits best. */
function gather(parts: { likeness: Guess['likeness']; found: Contact[] }[]): Guess[] {
  const guesses = new Map<string, Guess>();
  for (const { likeness, found } of parts) {
    for (const contact of found) if (!guesses.has(contact.externalId)) guesses.set(contact.externalId, { contact, likeness });
  }
  return Array.from(guesses.values());
}
