import { Link, type LinkProps } from '@tanstack/react-router';
import classes from './LinkTabs.module.css';

export type LinkTab = { to: LinkProps['to']; label: string };

/** Sections of a page that have their own address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: LinkTab[] }) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} className={classes.tab} activeOptions={{ exact: true, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {tab.label}
        </Link>
      ))}
    </nav>
  );
}
