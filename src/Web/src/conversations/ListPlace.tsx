import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocumentTitle } from '@/app/shell/useDocumentTitle';
import classes from './ChatsLayout.module.css';

type ListPlaceProps = { isPage: boolean; width?: number | undefined; children: ReactNode };

/** The list stands beside a conversation, or is the page itself where there is room for one only. */
export function ListPlace(props: ListPlaceProps) {
  return props.isPage ? <ListPage>{props.children}</ListPage> : <ListAside {...props} />;
}

function ListPage({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  useDocumentTitle(t('chats.title'));
  return (
    <main className={classes.list} id="main" tabIndex={-1} data-pane="list">
      {children}
    </main>
  );
}

function ListAside({ width, children }: Omit<ListPlaceProps, 'isPage'>) {
  const { t } = useTranslation();
  return (
    <aside className={classes.list} aria-label={t('chats.list')} data-pane="list" style={width ? { width } : undefined}>
      {children}
    </aside>
  );
}
