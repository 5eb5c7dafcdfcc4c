import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '@/api/types';
import type { Column } from '@/ui/DataTable';
import { GuestChip } from '@/ui/GuestChip';
import { PersonCell } from '@/ui/PersonCell';
import { InvitationActions } from './InvitationActions';
import { InvitationStatusChip } from './InvitationStatusChip';
import { InvitationTerm } from './InvitationTerm';

export function useInvitationColumns(onFix: (invitation: Invitation) => void): Column<Invitation>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: 'who',
        header: t('invitations.column.who'),
        card: 'title',
        width: '26%',
        cell: ({ email, firstName, lastName, memberId, role }) => (
          <PersonCell id={memberId ?? email} name={`${firstName} ${lastName}`.trim() || email} fact={email} isClient={role === 'guest'} />
        ),
      },
      { key: 'role', header: t('invitations.column.role'), cell: ({ role }) => (role === 'guest' ? <GuestChip /> : t(`role.${role}`)) },
      { key: 'status', header: t('invitations.column.status'), card: 'side', cell: (invitation) => <InvitationStatusChip invitation={invitation} /> },
      { key: 'term', header: t('invitations.column.term'), cell: (invitation) => <InvitationTerm invitation={invitation} /> },
      { key: 'by', header: t('invitations.column.by'), hideBelow: 'medium', cell: ({ invitedBy }) => invitedBy.displayName },
      {
        key: 'actions',
        header: t('do.actions'),
        hideHeader: true,
        align: 'end',
        card: 'actions',
        cell: (invitation) => <InvitationActions invitation={invitation} onFix={onFix} />,
      },
    ],
    [t, onFix],
  );
}
