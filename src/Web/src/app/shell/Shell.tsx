import { Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { NewChat } from '@/conversations/newChat/NewChat';
import { AcceptanceNotices } from '@/invitations/AcceptanceNotices';
import { loadDrafts } from '@/messages/drafts/drafts';
import { startDraftSync } from '@/messages/drafts/draftSync';
import { useKeptOutbox } from '@/messages/outbox/useOutbox';
import { useMe } from '@/organizations/me';
import { Toasts } from '@/ui/Toasts';
import { useLive } from '../live/useLive';
import { useLayout } from '../useLayout';
import { OfflineBanner } from './OfflineBanner';
import { QuickSwitcher } from './QuickSwitcher';
import { Rail } from './Rail';
import { SessionEnded } from './SessionEnded';
import classes from './Shell.module.css';
import { ShortcutsHelp } from './ShortcutsHelp';
import { SkipLinks } from './SkipLinks';
import { TabBar } from './TabBar';
import { useShortcuts } from './useShortcuts';

/** Everything around the page of whoever is signed in. A guest has nothing around his chats. */
export function Shell() {
  const me = useMe();
  const layout = useLayout();
  const path = useRouterState({ select: (state) => state.location.pathname });
  useLive();
  useKeptOutbox();
  useShortcuts();
  useEffect(() => {
    loadDrafts(me.id);
    return startDraftSync(me.id);
  }, [me.id]);

  const isGuest = me.role === 'guest';
  const phone = layout === 'phone';
  const inConversation = path.startsWith('/c/');
  return (
    <div className={classes.shell}>
      <SkipLinks />
      <OfflineBanner />
      <div className={classes.panes}>
        {!isGuest && !phone && <Rail narrow={layout === 'narrow'} />}
        <div className={classes.page}>
          <Outlet />
        </div>
      </div>
      {!isGuest && phone && !inConversation && <TabBar />}
      <NewChat />
      <QuickSwitcher />
      <ShortcutsHelp />
      <AcceptanceNotices />
      <Toasts />
      <SessionEnded />
    </div>
  );
}
