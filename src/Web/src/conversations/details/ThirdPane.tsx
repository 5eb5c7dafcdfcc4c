import { FocusTrap } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/api/types';
import { useLayout } from '@/app/useLayout';
import { FilesPane } from '@/files/FilesPane';
import { IconButton } from '@/ui/IconButton';
import { AccessPane } from '../access/AccessPane';
import { type Pane, usePane } from '../usePane';
import { AboutPane } from './AboutPane';
import { PaneTabs } from './PaneTabs';
import classes from './ThirdPane.module.css';

type ThirdPaneProps = { conversation: Conversation; pane: Pane | undefined };

/** Beside the conversation where there is room, over it where there is less, instead of it on a phone. */
export function ThirdPane({ conversation, pane }: ThirdPaneProps) {
  const { t } = useTranslation();
  const layout = useLayout();
  const { shown, open, close } = usePane(conversation.id, pane);
  if (!shown) return null;

  const over = layout !== 'wide';
  const title = shown === 'access' ? t('access.title') : t('chats.details');
  return (
    <Place over={over}>
      <aside
        className={classes.pane}
        data-pane="third"
        data-kind={shown}
        data-over={over || undefined}
        tabIndex={-1}
        data-autofocus
        aria-label={title}
        onKeyDown={(event) => event.key === 'Escape' && over && close()}
      >
        <header className={classes.head}>
          {layout === 'phone' && <IconButton icon={IconArrowLeft} iconSize={22} label={t('do.back')} onClick={close} />}
          <h2>{title}</h2>
          {layout !== 'phone' && <IconButton icon={IconX} label={t('do.close')} onClick={close} />}
        </header>
        {shown !== 'access' && <PaneTabs conversationId={conversation.id} shown={shown} />}
        {shown === 'about' && <AboutPane conversation={conversation} onExplain={() => open('access')} />}
        {shown === 'files' && <FilesPane conversation={conversation} />}
        {shown === 'access' && <AccessPane conversation={conversation} />}
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
