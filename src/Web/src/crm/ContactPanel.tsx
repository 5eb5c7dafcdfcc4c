import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '@/api/types';
import { longDay } from '@/app/format/dates';
import { textMoment } from '@/app/format/moments';
import { formatPhone } from '@/app/format/phone';
import { useDateReader } from '@/app/format/useDateReader';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SidePanel } from '@/ui/SidePanel';
import { SkeletonRows } from '@/ui/Skeleton';
import classes from './ContactsPage.module.css';
import { contactQuery } from './contactQueries';
import { HandoverDialog } from './handover/HandoverDialog';
import { ResponsibleCell } from './ResponsibleCell';
import { LinkChips } from './useContactColumns';

type ContactPanelProps = { externalId: string; mayHandOver: (contact: Contact) => boolean; onClose: () => void };

export function ContactPanel({ externalId, mayHandOver, onClose }: ContactPanelProps) {
  const { t } = useTranslation();
  const [handing, setHanding] = useState(false);
  const contact = useQuery(contactQuery(externalId));

  return (
    <SidePanel title={contact.data?.name ?? t('crm.contact')} onClose={onClose}>
      {contact.isError ? (
        <ErrorState error={contact.error} what={t('what.contact')} onRetry={() => void contact.refetch()} />
      ) : (
        <Loading pending={contact.isPending} skeleton={<SkeletonRows rows={4} avatar="none" />}>
          {contact.data && (
            <>
              <ContactFacts contact={contact.data} />
              {mayHandOver(contact.data) && (
                <Button leftSection={<IconArrowsExchange size={17} stroke={1.75} />} onClick={() => setHanding(true)}>
                  {t('crm.handOver')}
                </Button>
              )}
            </>
          )}
        </Loading>
      )}
      {handing && contact.data && <HandoverDialog contacts={[contact.data]} onClose={() => setHanding(false)} onDone={() => setHanding(false)} />}
    </SidePanel>
  );
}

function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const { phones, emails, messengerIds, deals, chatCount, linkedBy, updatedAt, externalId } = contact;
  return (
    <>
    <dl className={classes.facts}>
      <Fact name={t('crm.column.responsible')}>
        <ResponsibleCell responsible={contact.responsible} />
      </Fact>
      {phones.length > 0 && <Fact name={t('crm.phones')}>{phones.map(formatPhone).join(', ')}</Fact>}
      {emails.length > 0 && <Fact name={t('crm.emails')}>{emails.join(', ')}</Fact>}
      {messengerIds.length > 0 && <Fact name={t('crm.messengers')}>{messengerIds.map(({ kind, id }) => `${kind}: ${id}`).join(', ')}</Fact>}
      <Fact name={t('crm.column.chats')}>
        {chatCount > 0 ? t('crm.chatCount', { count: chatCount }) : t('crm.noChat')} {linkedBy.length > 0 && <LinkChips contact={contact} />}
      </Fact>
      {deals.length > 0 && (
        <Fact name={t('crm.deals')}>
          {deals.map((deal) => (
            <span key={deal.id} className={classes.deal}>
              {deal.name ?? t('crm.dealUnnamed', { id: deal.id })}
              <span className={classes.dealNote}>
                {deal.closedAt ? t('crm.closedAt', { date: longDay(deal.closedAt, reader) }) : t('crm.openedAt', { date: longDay(deal.createdAt, reader) })}
              </span>
            </span>
          ))}
        </Fact>
      )}
    </dl>
      <p className={classes.quiet}>{[t('crm.number', { id: externalId }), t('crm.updatedAt', { moment: textMoment(updatedAt, reader, t) })].join(' · ')}</p>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
