import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import tabs from '@/ui/LinkTabs.module.css';
import type { Pane } from '../usePane';
import classes from './PaneTabs.module.css';

/** The sections of the details; each has an address of its own. */
export function PaneTabs({ conversationId, shown }: { conversationId: string; shown: Pane }) {
  const { t } = useTranslation();
  const params = { conversationId };
  return (
    <nav className={`${tabs.tabs} ${classes.tabs}`} aria-label={t('files.tabs')}>
      <Link to="/c/$conversationId/about" params={params} className={tabs.tab} aria-current={shown === 'about' ? 'page' : undefined}>
        {t('files.about')}
      </Link>
      <Link to="/c/$conversationId/files" params={params} className={tabs.tab} aria-current={shown === 'files' ? 'page' : undefined}>
        {t('files.title')}
      </Link>
      <Link to="/c/$conversationId/decisions" params={params} className={tabs.tab} aria-current={shown === 'decisions' ? 'page' : undefined}>
        {t('decisions.title')}
      </Link>
      <Link to="/c/$conversationId/threads" params={params} className={tabs.tab} aria-current={shown === 'threads' ? 'page' : undefined}>
        {t('threads.all')}
      </Link>
    </nav>
  );
}
