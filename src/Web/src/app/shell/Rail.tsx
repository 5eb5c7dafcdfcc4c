import { Tooltip } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/organizations/me';
import { BrandMark } from '@/ui/Brand';
import { useMailboxExists } from '@/notifications/useMailboxExists';
import { AccountMenu } from './AccountMenu';
import classes from './Rail.module.css';
import { mailboxSection, type Section, sectionsOf } from './sections';

export function Rail({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const hasMailbox = useMailboxExists();

  return (
    <nav className={classes.rail} data-narrow={narrow || undefined} aria-label={t('nav.main')} data-pane="rail" tabIndex={-1}>
      <Tooltip label={me.organization.name} position="right">
        <Link to="/chats" className={classes.brand} aria-label={me.organization.name}>
          <BrandMark size={36} />
        </Link>
      </Tooltip>
      {sectionsOf(me).map((section) => (
        <RailLink key={section.key} section={section} narrow={narrow} />
      ))}
      <div className={classes.foot}>
        {hasMailbox && <RailLink section={mailboxSection} narrow quiet />}
        <Tooltip label={t('nav.settings')} position="right">
          <Link to="/settings" className={classes.quiet} aria-label={t('nav.settings')}>
            <IconSettings size={21} stroke={1.75} aria-hidden="true" />
          </Link>
        </Tooltip>
        <AccountMenu />
      </div>
    </nav>
  );
}

function RailLink({ section: { key, to, icon: IconMark }, narrow, quiet = false }: { section: Section; narrow: boolean; quiet?: boolean }) {
  const { t } = useTranslation();
  const active = useIsSection(key, String(to));
  const label = t(`nav.${key}`);
  const link = (
    <Link to={to} className={quiet ? classes.quiet : classes.link} data-active={active || undefined} aria-current={active ? 'page' : undefined} aria-label={narrow ? label : undefined}>
      <IconMark size={21} stroke={1.75} aria-hidden="true" />
      {!narrow && <span className={classes.label}>{label}</span>}
    </Link>
  );
  if (!narrow) return link;
  return (
    <Tooltip label={label} position="right">
      {link}
    </Tooltip>
  );
}

export function useIsSection(key: Section['key'], to: string): boolean {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return path === to || path.startsWith(`${to}/`) || (key === 'chats' && (path.startsWith('/c/') || path === '/search'));
}
