import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { useMe } from '@/organizations/me';

/** Before the chat exists: who will read it, as far as this page can know. */
export function useWillRead(people: Member[]): string {
  const { t } = useTranslation();
  const me = useMe();
  const clients = people.filter(({ isClient }) => isClient).length;
  const count = people.length - clients + 1;
  if (clients === 0) return t('newChat.readsStaff', { count });
  const words = { clients: t('chats.guests', { count: clients }), employees: t('chats.employees', { count }) };
  return t(me.organization.oversight ? 'newChat.readsOversight' : 'newChat.reads', words);
}
