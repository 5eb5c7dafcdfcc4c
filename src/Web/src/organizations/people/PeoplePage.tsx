import { IconMailPlus, IconSearchOff, IconUserOff, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member } from '@/api/types';
import { NotFoundPage } from '@/app/NotFoundPage';
import { DataTable } from '@/ui/DataTable';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { Page } from '@/ui/Page';
import { SearchField } from '@/ui/SearchField';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { useDebounced } from '@/ui/useDebounced';
import { LinkButton } from '@/ui/LinkButton';
import { useMe } from '../me';
import { employeeRoles, type MemberFilter, membersQuery } from './memberQueries';
import classes from './PeoplePage.module.css';
import { PeopleTabs } from './PeopleTabs';
import { ProfilePanel } from './ProfilePanel';
import { useMemberColumns } from './useMemberColumns';

type Shelf = 'employees' | 'guests' | 'deactivated';

export function EmployeesPage() {
  return <PeopleShelf shelf="employees" />;
}

export function GuestsPage() {
  const me = useMe();
  return me.role === 'guest' ? <NotFoundPage /> : <PeopleShelf shelf="guests" />;
}

export function DeactivatedPage() {
  const me = useMe();
  return me.can.manageMembers ? <PeopleShelf shelf="deactivated" /> : <NotFoundPage />;
}

function PeopleShelf({ shelf }: { shelf: Shelf }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const { member: memberId } = useSearch({ strict: false });
  const [search, setSearch] = useState('');
  const query = useDebounced(search.trim(), 250);
  const isGuest = me.role === 'guest';

  const members = useInfiniteQuery({ ...membersQuery({ ...filterOf(shelf, isGuest), query }), placeholderData: (before) => before });
  const rows = useMemo(() => members.data?.pages.flatMap((page) => page.items) ?? [], [members.data]);
  const show = (id: string | undefined) => void navigate({ to: '.', search: id ? { member: id } : {} });
  const columns = useMemberColumns(shelf, show);

  return (
    <Page
      title={t('people.title')}
      lead={me.organization.name}
      tabs={!isGuest && <PeopleTabs />}
      actions={
        me.can.invite && (
          <LinkButton to="/people/invitations" variant="default" leftSection={<IconMailPlus size={17} stroke={1.75} />}>
            {t('people.invite')}
          </LinkButton>
        )
      }
    >
      <div className={classes.search} role="search">
        <SearchField label={t('people.search')} value={search} onChange={setSearch} />
      </div>
      {members.isError && !members.data ? (
        <ErrorState error={members.error} what={t('what.people')} onRetry={() => void members.refetch()} />
      ) : (
        <Loading pending={members.isPending} skeleton={<SkeletonRows rows={8} height={56} avatar="round" />}>
          {rows.length > 0 ? (
            <DataTable<Member>
              label={t(`people.tabs.${shelf}`)}
              rows={rows}
              columns={columns}
              idOf={({ id }) => id}
              tintOf={({ id }) => (id === memberId ? 'selected' : undefined)}
              onOpen={({ id }) => show(id)}
              onEnd={() => members.hasNextPage && !members.isFetchingNextPage && void members.fetchNextPage()}
            />
          ) : (
            <EmptyShelf shelf={shelf} searching={query !== ''} />
          )}
        </Loading>
      )}
      {memberId && <ProfilePanel key={memberId} memberId={memberId} onClose={() => show(undefined)} />}
    </Page>
  );
}

function EmptyShelf({ shelf, searching }: { shelf: Shelf; searching: boolean }) {
  const { t } = useTranslation();
  if (searching) return <StateView icon={IconSearchOff} title={t('people.empty')} text={t('people.emptyText')} />;
  if (shelf === 'guests') return <StateView icon={IconUsers} title={t('people.emptyGuests')} text={t('people.emptyGuestsText')} />;
  if (shelf === 'deactivated') return <StateView icon={IconUserOff} title={t('people.emptyDeactivated')} text={t('people.emptyDeactivatedText')} />;
  return <StateView icon={IconUsers} title={t('people.emptyEmployees')} />;
}

function filterOf(shelf: Shelf, isGuest: boolean): MemberFilter {
  if (isGuest) return { roles: [], status: 'active' };
  if (shelf === 'guests') return { roles: ['guest'], status: 'active' };
  if (shelf === 'deactivated') return { roles: [], status: 'deactivated' };
  return { roles: employeeRoles, status: 'active' };
}
