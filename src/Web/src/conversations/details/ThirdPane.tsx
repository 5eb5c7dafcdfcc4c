import { FocusTrap } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { useLayout } from '@/app/useLayout';
import { FilesPane } from '@/files/FilesPane';
import { DecisionsPane } from '@/messages/decisions/DecisionsPane';
import { ThreadPane } from '@/messages/threads/ThreadPane';
import { ThreadsPane } from '@/messages/threads/ThreadsPane';
import { IconButton } from '@/ui/IconButton';
import { AccessPane } from '../access/AccessPane';
import { type OpenThread, type Pane, usePane } from '../usePane';
import { AboutPane } from './AboutPane';
import { PaneTabs } from './PaneTabs';
import classes from './ThirdPane.module.css';

type ThirdPaneProps = { conversation: Conversation; pane: Pane | undefined; thread: OpenThread | undefined };

/** Beside the conversation where there is room, over it where there is less, instead of it on a phone. */
export function ThirdPane({ conversation, pane, thread }: ThirdPaneProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { shown, open, close } = usePane(conversation.id, pane);
  if (thread) {
    const leave = () => void navigate({ to: '/c/$conversationId', params: { conversationId: conversation.id } });
    return (
      <PaneFrame kind="thread" title={t('threads.title')} about={conversation.name} onClose={leave}>
        <ThreadPane key={thread.root} conversation={conversation} root={thread.root} goTo={thread.goTo} />
      </PaneFrame>
    );
  }
  if (!shown) return null;

  return (
    <PaneFrame kind={shown} title={shown === 'access' ? t('access.title') : t('chats.details')} onClose={close}>
      {shown !== 'access' && <PaneTabs conversationId={conversation.id} shown={shown} />}
      {shown === 'about' && <AboutPane conversation={conversation} onExplain={() => open('access')} />}
      {shown === 'files' && <FilesPane conversation={conversation} />}
      {shown === 'decisions' && <DecisionsPane conversationId={conversation.id} />}
      {shown === 'threads' && <ThreadsPane conversationId={conversation.id} />}
      {shown === 'access' && <AccessPane conversation={conversation} />}
    </PaneFrame>
  );
}

type PaneFrameProps = { kind: Pane | 'thread'; title: string; about?: string; onClose: () => void; children: ReactNode };

function PaneFrame({ kind, title, about, onClose, children }: PaneFrameProps) {
  const { t } = useTranslation();
  const layout = useLayout();
  const over = layout !== 'wide';
  return (
    <Place over={over}>
      <aside
        className={classes.pane}
        data-pane="third"
        data-kind={kind}
        data-over={over || undefined}
        tabIndex={-1}
        data-autofocus
        aria-label={title}
        onKeyDown={(event) => event.key === 'Escape' && over && onClose()}
      >
        <header className={classes.head}>
          {layout === 'phone' && <IconButton icon={IconArrowLeft} iconSize={22} label={t('do.back')} onClick={onClose} />}
          <h2>
            {title}
            {about && <small>{about}</small>}
          </h2>
          {layout !== 'phone' && <IconButton icon={IconX} label={t('do.close')} onClick={onClose} />}
        </header>
        {children}
      </aside>
    </Place>
  );
}

/** A pane that lies over the conversation keeps the focus until it is closed. */
function Place({ over, children }: { over: boolean; children: ReactNode }) {
  if (!over) return children;
  return (
    <FocusTrap active>
      <div className={classes.over}>{children}</div>
    </FocusTrap>
  );
}
