import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { askForNewChat } from '@/conversations/newChat/newChatStore';
import { useMe } from '@/organizations/me';
import { memberKeys, memberQuery } from '@/organizations/people/memberQueries';
import { toast } from '@/ui/toasts';
import { acceptanceStore, takeUntold } from './acceptances';
import { invitationsQuery } from './queries';

/** Tells whoever invites that somebody has come, wherever he is in the app. */
export function AcceptanceNotices() {
  const { t } = useTranslation();
  const me = useMe();
  const cache = useQueryClient();
  const untold = acceptanceStore((state) => state.untold.length);
  const invitations = useInfiniteQuery({ ...invitationsQuery('all'), enabled: me.can.invite && untold > 0 });
  const rows = invitations.data?.pages.flatMap((page) => page.items);

  useEffect(() => {
    if (!rows || untold === 0 || invitations.isFetching) return;
    void cache.invalidateQueries({ queryKey: memberKeys.all });
    for (const id of takeUntold()) {
      const invitation = rows.find((row) => row.id === id);
      if (!invitation) continue;
      const { firstName, lastName, memberId, role } = invitation;
      const text = t(role === 'guest' ? 'invitations.accepted' : 'invitations.acceptedEmployee', { name: `${firstName} ${lastName}` });
      const addToChat = async () => {
        if (memberId) askForNewChat([await cache.fetchQuery(memberQuery(memberId))]);
      };
      toast(text, memberId && me.can.createChats ? { action: { label: t('invitations.addToChat'), run: () => void addToChat() } } : {});
    }
  }, [rows, untold, invitations.isFetching, cache, me.can.createChats, t]);

  return null;
}
