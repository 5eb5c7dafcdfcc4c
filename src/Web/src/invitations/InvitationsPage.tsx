import { IconMailPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '@/api/types';
import { NotFoundPage } from '@/app/NotFoundPage';
import { useMe } from '@/organizations/me';
import { PeopleTabs } from '@/organizations/people/PeopleTabs';
import { DataTable } from '@/ui/DataTable';
import { ErrorState } from '@/ui/ErrorState';
import { Filters } from '@/ui/Filters';
import { Loading } from '@/ui/Loading';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { acceptanceStore } from './acceptances';
import { InviteForm, type InviteStart } from './InviteForm';
import { type InvitationFilter, invitationsQuery } from './queries';
import { useInvitationColumns } from './useInvitationColumns';

const filters: InvitationFilter[] = ['all', 'pending', 'accepted', 'expired', 'revoked'];

export function InvitationsPage() {
  const me = useMe();
  return me.can.invite ? <Invitations /> : <NotFoundPage />;
}

function Invitations() {
  const { t } = useTranslation();
  const me = useMe();
  const [filter, setFilter] = useState<InvitationFilter>('all');
  const [start, setStart] = useState<InviteStart | undefined>(undefined);
  const invitations = useInfiniteQuery({ ...invitationsQuery(filter), placeholderData: (before) => before });
  const rows = useMemo(() => invitations.data?.pages.flatMap((page) => page.items) ?? [], [invitations.data]);
  const tinted = acceptanceStore((state) => state.tinted);
  const columns = useInvitationColumns((invitation) => setStart({ ...invitation, isFix: true }));

  return (
    <Page title={t('people.title')} lead={me.organization.name} tabs={<PeopleTabs />} aside={<InviteForm key={start?.id} start={start} />}>
      <Filters label={t('invitations.filters')} value={filter} options={filters.map((value) => ({ value, label: t(`invitations.filter.${value}`) }))} onChange={setFilter} />
      {invitations.isError && !invitations.data ? (
        <ErrorState error={invitations.error} what={t('what.invitations')} onRetry={() => void invitations.refetch()} />
      ) : (
        <Loading pending={invitations.isPending} skeleton={<SkeletonRows rows={6} height={56} avatar="round" />}>
          {rows.length > 0 ? (
            <DataTable<Invitation>
              label={t('people.tabs.invitations')}
              rows={rows}
              columns={columns}
              idOf={({ id }) => id}
              tintOf={({ id }) => (tinted[id] ? 'ok' : undefined)}
              onEnd={() => invitations.hasNextPage && !invitations.isFetchingNextPage && void invitations.fetchNextPage()}
            />
          ) : filter === 'all' ? (
            <StateView icon={IconMailPlus} title={t('invitations.empty')} text={t('invitations.emptyText')} />
          ) : (
            <StateView icon={IconMailPlus} title={t('invitations.emptyFilter')} />
          )}
        </Loading>
      )}
    </Page>
  );
}
