import { IconActivity, IconAddressBook, IconCircleCheck, type Icon, IconMailCode, IconMessageCircle, IconRadar2, IconUsers } from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { Me } from '@/api/types';

export type Section = { key: 'chats' | 'decisions' | 'contacts' | 'radar' | 'people' | 'jobs' | 'mailbox'; to: LinkProps['to']; icon: Icon };

export const peopleSection: Section = { key: 'people', to: '/people', icon: IconUsers };

const all: (Section & { shown: (me: Me) => boolean })[] = [
  { key: 'chats', to: '/chats', icon: IconMessageCircle, shown: () => true },
  { key: 'decisions', to: '/decisions', icon: IconCircleCheck, shown: (me) => me.role !== 'guest' },
  { key: 'contacts', to: '/contacts', icon: IconAddressBook, shown: (me) => me.can.seeContacts },
  { key: 'radar', to: '/radar', icon: IconRadar2, shown: (me) => me.can.seeRadar },
  { ...peopleSection, shown: (me) => me.can.manageMembers },
  { key: 'jobs', to: '/jobs', icon: IconActivity, shown: (me) => me.can.seeJobs },
];

export const mailboxSection: Section = { key: 'mailbox', to: '/development/mailbox', icon: IconMailCode };

/** The rail shows only what the person may open. */
export function sectionsOf(me: Me): Section[] {
  return all.filter(({ shown }) => shown(me));
}
