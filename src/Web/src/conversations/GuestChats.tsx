import { useInfiniteQuery } from '@tanstack/react-query';
import { Navigate, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLayout } from '@/app/useLayout';
import { SearchPane } from '@/search/SearchPane';
import { searchStore } from '@/search/searchStore';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import classes from './ChatsLayout.module.css';
import { useSelectedId } from './ChatsLayout';
import { GuestInside } from './GuestInside';
import { allConversations } from './keys';
import { ListPane } from './list/ListPane';
import { ListPlace } from './ListPlace';
import { rowsOf } from './list/rows';
import { lostStore } from './lost';
import { conversationsQuery } from './queries';

/** What a guest has: his one chat with nothing around it, a plain list of several, or a quiet page before the first. */
export function GuestChats() {
  const { t } = useTranslation();
  const layout = useLayout();
  const selectedId = useSelectedId();
  const lost = lostStore((state) => (selectedId ? state.ids[selectedId] : undefined));
  const query = useInfiniteQuery(conversationsQuery(allConversations));
  const searching = searchStore((state) => state.open);
  const rows = rowsOf(query.data);
  const single = layout === 'phone' || layout === 'narrow';

  if (query.isError && !query.data) return <ErrorState error={query.error} what={t('what.chats')} onRetry={() => void query.refetch()} />;
  if (query.isPending) {
    return (
      <Loading pending skeleton={<SkeletonRows rows={5} />}>
        {null}
      </Loading>
    );
  }
  const [only] = rows;
  if (lost) return <Outlet />;
  if (!only) return <GuestInside />;
  if (rows.length === 1 && !searching) return selectedId === undefined ? <Navigate to="/c/$conversationId" params={{ conversationId: only.id }} replace /> : <Outlet />;

  return (
    <div className={classes.panes}>
      {(!single || !selectedId) && (
        <ListPlace isPage={single}>
          {searching ? <SearchPane /> : <ListPane selectedId={selectedId} />}
        </ListPlace>
      )}
      {(!single || selectedId) && <Outlet />}
    </div>
  );
}
