import type { ReactNode } from 'react';
import { useDocumentTitle } from '@/app/shell/useDocumentTitle';
import classes from './Page.module.css';

type PageProps = {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
};

/** A page beside the rail: one heading, its own scrolling, at most 1280 wide. */
export function Page({ title, lead, actions, tabs, aside, children }: PageProps) {
  useDocumentTitle(title);
  return (
    <main className={classes.page} id="main" tabIndex={-1} data-pane="main">
      <header className={classes.head}>
        <div className={classes.titles}>
          <h1 className={classes.title}>{title}</h1>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {tabs}
      <div className={classes.columns} data-tabs={tabs ? true : undefined}>
        <div className={classes.content}>{children}</div>
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
    </main>
  );
}
