import { IconHandClick, IconLink } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '@/api/types';
import { formatPhone } from '@/app/format/phone';
import { Chip } from '@/ui/Chip';
import type { Column } from '@/ui/DataTable';
import { PersonCell } from '@/ui/PersonCell';
import classes from './ContactsPage.module.css';
import { DealCell } from './DealCell';
import { ResponsibleCell } from './ResponsibleCell';

export function useContactColumns(): Column<Contact>[] {
  const { t } = useTranslation();
  const navigate = useNavigate();

  return useMemo(
    () => [
      {
        key: 'client',
        header: t('crm.column.client'),
        card: 'title',
        width: '32%',
        cell: (contact) => (
          <PersonCell
            id={contact.externalId}
            name={contact.name}
            fact={contact.phones[0] ? formatPhone(contact.phones[0]) : contact.emails[0]}
            isClient
            openLabel={contact.name}
            onOpen={() => void navigate({ to: '/contacts/$externalId', params: { externalId: contact.externalId } })}
          />
        ),
      },
      { key: 'responsible', header: t('crm.column.responsible'), cell: (contact) => <ResponsibleCell responsible={contact.responsible} /> },
      { key: 'deal', header: t('crm.column.deal'), hideBelow: 'medium', cell: (contact) => <DealCell deals={contact.deals} /> },
      {
        key: 'chats',
        header: t('crm.column.chats'),
        align: 'end',
        cell: (contact) => (contact.chatCount > 0 ? contact.chatCount : <span className={classes.quiet}>{t('crm.noChat')}</span>),
      },
      { key: 'link', header: t('crm.column.link'), card: 'line', cell: (contact) => <LinkChips contact={contact} /> },
    ],
    [t, navigate],
  );
}

export function LinkChips({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  if (contact.linkedBy.length === 0) return <span className={classes.quiet}>–</span>;
  return (
    <span className={classes.links}>
      {contact.linkedBy.map((way) => (
        <Chip key={way} tone={way === 'hand' ? 'neutral' : 'ok'} icon={way === 'hand' ? IconHandClick : IconLink}>
          {t(`crm.linkedBy.${way}`)}
        </Chip>
      ))}
    </span>
  );
}
