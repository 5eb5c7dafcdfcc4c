import { Menu } from '@mantine/core';
import { IconLink, IconLinkOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ParticipantContact } from '@/api/types';

type ClientLinkItemsProps = { contacts: ParticipantContact[]; onLink: () => void; onUnlink: (contact: ParticipantContact) => void };

/** What may be said in a person's menu of who he is in the CRM. */
export function ClientLinkItems({ contacts, onLink, onUnlink }: ClientLinkItemsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Menu.Item leftSection={<IconLink size={17} stroke={1.75} />} onClick={onLink}>
        {t(contacts.length > 0 ? 'radar.linking.change' : 'radar.linking.choose')}
      </Menu.Item>
      {contacts.map((contact) => (
        <Menu.Item key={contact.externalId} leftSection={<IconLinkOff size={17} stroke={1.75} />} onClick={() => onUnlink(contact)}>
          {contacts.length > 1 ? `${t('radar.linking.remove')}: ${contact.name}` : t('radar.linking.remove')}
        </Menu.Item>
      ))}
    </>
  );
}
