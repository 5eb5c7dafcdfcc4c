import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { loseConversation } from '@/app/live/applyEvent';
import { closeLive, openLive } from '@/app/live/connection';
import { useIsPhone } from '@/app/useLayout';
import { useDocumentTitle } from '@/app/shell/useDocumentTitle';
import { openChatStore } from '@/messages/announcements';
import { ChatBody } from '@/messages/ChatBody';
import { catchUp } from '@/messages/log/catchUp';
import { Announcer } from '@/messages/log/Announcer';
import { useMe } from '@/organizations/me';
import { ErrorState } from '@/ui/ErrorState';
import { ChatNotFound } from './ChatNotFound';
import { ChatSkeleton } from './ChatSkeleton';
import { ConversationHeader } from './ConversationHeader';
import classes from './ConversationPage.module.css';
import { ThirdPane } from './details/ThirdPane';
import { LostChat } from './LostChat';
import { lostStore } from './lost';
import { ManagedChat } from './ManagedChat';
import { rememberOpened } from './lastOpened';
import { conversationQuery } from './queries';
import type { OpenThread, Pane } from './usePane';

type ConversationPageProps = { id: string; pane: Pane | undefined; goTo: number | undefined; thread: OpenThread | undefined };

export function ConversationPage({ id, pane, goTo, thread }: ConversationPageProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const me = useMe();
  const phone = useIsPhone();
  const conversation = useQuery(conversationQuery(id));
  const lost = lostStore((state) => state.ids[id]);
  const wasOpen = useRef(false);
  useDocumentTitle(conversation.data?.name ?? t('chats.title'));

  useEffect(() => {
    wasOpen.current = false;
    openChatStore.setState({ id });
    void openLive(id).then(() => catchUp(cache, id));
    return () => {
      openChatStore.setState({ id: undefined });
      void closeLive(id);
    };
  }, [cache, id]);

  const gone = asProblem(conversation.error)?.isNotFound ?? false;
  useEffect(() => {
    if (conversation.isSuccess) {
      wasOpen.current = true;
      rememberOpened(me.id, id);
    }
    if (gone && wasOpen.current) loseConversation(cache, id);
  }, [cache, id, me.id, conversation.isSuccess, gone]);

  if (lost) return <LostChat id={id} />;
  if (gone) return <ChatNotFound />;
  if (conversation.isError && !conversation.data) {
    return (
      <main className={classes.chat} id="main">
        <ErrorState error={conversation.error} what={t('what.chat')} onRetry={() => void conversation.refetch()} />
      </main>
    );
  }
  if (!conversation.data) return <ChatSkeleton />;

  return (
    <div className={classes.split}>
      <main className={classes.chat} id="main" data-pane="main" data-guest={me.role === 'guest' || undefined}>
        <ConversationHeader conversation={conversation.data} pane={pane} />
        {conversation.data.managed ? <ManagedChat conversation={conversation.data} /> : <ChatBody key={id} conversation={conversation.data} goTo={goTo} covered={phone && thread !== undefined} />}
        <Announcer />
      </main>
      <ThirdPane conversation={conversation.data} pane={pane} thread={conversation.data.managed ? undefined : thread} />
    </div>
  );
}
