import { useInfiniteQuery } from '@tanstack/react-query';
import { Outlet, useMatch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { unreadStore } from '@/app/shell/useDocumentTitle';
import { useLayout } from '@/app/useLayout';
import { useMe } from '@/organizations/me';
import { SearchPane } from '@/search/SearchPane';
import { searchStore } from '@/search/searchStore';
import { preferencesStore } from '@/settings/look/preferences';
import classes from './ChatsLayout.module.css';
import { GuestChats } from './GuestChats';
import { allConversations } from './keys';
import { ListPane } from './list/ListPane';
import { rowsOf } from './list/rows';
import { ListPlace } from './ListPlace';
import { ListResizer } from './ListResizer';
import { askForNewChat } from './newChat/newChatStore';
import { conversationsQuery } from './queries';

/** The list beside the conversation; below 900 px one of them at a time. */
export function ChatsLayout() {
  const me = useMe();
  useUnreadTotal();
  return me.role === 'guest' ? <GuestChats /> : <EmployeeChats />;
}

function EmployeeChats() {
  const me = useMe();
  const layout = useLayout();
  const selectedId = useSelectedId();
  const width = preferencesStore((state) => state.listWidth);
  const single = layout === 'phone' || layout === 'narrow';
  const searching = searchStore((state) => state.open);
  const onNew = me.can.createChats ? () => askForNewChat() : undefined;

  return (
    <div className={classes.panes}>
      {(!single || !selectedId) && (
        <ListPlace isPage={single} width={layout === 'wide' ? width : undefined}>
          {searching ? <SearchPane /> : <ListPane selectedId={selectedId} onNew={onNew} />}
          {layout === 'wide' && <ListResizer />}
        </ListPlace>
      )}
      {(!single || selectedId) && <Outlet />}
    </div>
  );
}

export function useSelectedId(): string | undefined {
  return useMatch({ from: '/app/chats-layout/c/$conversationId', shouldThrow: false })?.params.conversationId;
}

function useUnreadTotal(): void {
  const pages = useInfiniteQuery(conversationsQuery(allConversations)).data;
  const total = rowsOf(pages).reduce((sum, row) => sum + (row.unreadCount ?? 0), 0);
  useEffect(() => unreadStore.setState({ total }), [total]);
}
