import { IconSettings } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientCount } from '@/conversations/ClientCount';
import { ConversationAvatar } from '@/conversations/ConversationAvatar';
import { allConversations } from '@/conversations/keys';
import { rowsOf } from '@/conversations/list/rows';
import { conversationsQuery } from '@/conversations/queries';
import { useMe } from '@/organizations/me';
import { memberSearchQuery } from '@/organizations/people/memberQueries';
import { Avatar } from '@/ui/Avatar';
import { GuestChip } from '@/ui/GuestChip';
import { peopleSection, sectionsOf } from './sections';

export type Target = { key: string; name: string; mark: ReactNode; note?: ReactNode; go: () => void };

const atMost = 8;

export function useTargets(query: string, typed: string): { groups: { label: string; targets: Target[] }[]; settled: boolean } {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const recent = useInfiniteQuery(conversationsQuery(allConversations));
  const found = useInfiniteQuery({ ...conversationsQuery({ show: 'all', query }), enabled: query !== '', placeholderData: (before) => before });
  const members = useQuery({ ...memberSearchQuery({ roles: [], status: 'active', query }), enabled: query !== '' });

  const chats: Target[] = rowsOf(query ? found.data : recent.data)
    .slice(0, atMost)
    .map((row) => ({
      key: row.id,
      name: row.name,
      mark: <ConversationAvatar conversation={row} size={28} />,
      note: row.isClientChat && row.clientCount > 0 ? <ClientCount count={row.clientCount} /> : undefined,
      go: () => void navigate({ to: '/c/$conversationId', params: { conversationId: row.id } }),
    }));

  const people: Target[] = (query ? (members.data ?? []) : [])
    .filter(({ id }) => id !== me.id)
    .slice(0, atMost)
    .map((person) => ({
      key: person.id,
      name: person.displayName,
      mark: <Avatar id={person.id} name={person.displayName} url={person.avatarUrl} size={28} isClient={person.isClient} />,
      note: person.role === 'guest' ? <GuestChip /> : undefined,
      go: () => void navigate({ to: person.role === 'guest' ? '/people/guests' : '/people', search: { member: person.id } }),
    }));

  const sections = [...sectionsOf(me), ...(me.can.manageMembers ? [] : [peopleSection])];
  const pages: Target[] = [
    ...sections.map(({ key, to, icon: IconMark }) => ({ key, name: t(`nav.${key}`), mark: <IconMark size={20} stroke={1.75} />, go: () => void navigate({ to }) })),
    { key: 'settings', name: t('nav.settings'), mark: <IconSettings size={20} stroke={1.75} />, go: () => void navigate({ to: '/settings' }) },
  ].filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));

  const settled = query === typed && (query === '' || (!found.isPlaceholderData && !members.isPlaceholderData && !found.isPending && !members.isPending));
  const fitting = (targets: Target[]) => (settled ? targets : targets.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())));
  return {
    groups: [
      { label: t('shell.switcher.chats'), targets: fitting(chats) },
      { label: t('shell.switcher.people'), targets: fitting(people) },
      { label: t('shell.switcher.pages'), targets: fitting(pages) },
    ],
    settled,
  };
}
