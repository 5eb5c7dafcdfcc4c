import { IconArrowLeft, type Icon, IconBrush, IconBuilding, IconDevices, IconKey, IconLock, IconListCheck, IconPlugConnected, IconTag, IconUser, IconVocabulary } from '@tabler/icons-react';
import { Link, type LinkProps, Outlet, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '@/api/types';
import { useLayout } from '@/app/useLayout';
import { useMe } from '@/organizations/me';
import classes from './SettingsLayout.module.css';

type SectionKey = 'profile' | 'password' | 'look' | 'sessions' | 'tokens' | 'organization' | 'naming' | 'words' | 'names' | 'messengers';
type Entry = { key: SectionKey; to: LinkProps['to']; icon: Icon };

const names: Entry = { key: 'names', to: '/settings/names', icon: IconListCheck };

function mine(me: Me): Entry[] {
  return [
    { key: 'profile', to: '/settings/profile', icon: IconUser },
    { key: 'password', to: '/settings/password', icon: IconLock },
    { key: 'look', to: '/settings/look', icon: IconBrush },
    { key: 'sessions', to: '/settings/sessions', icon: IconDevices },
    ...(me.role !== 'guest' && !me.can.manageOrganization ? [names] : []),
    ...(me.can.createTokens ? [{ key: 'tokens', to: '/settings/tokens', icon: IconKey } as const] : []),
  ];
}

const ofOrganization: Entry[] = [
  { key: 'organization', to: '/settings/organization', icon: IconBuilding },
  { key: 'naming', to: '/settings/naming', icon: IconTag },
  { key: 'words', to: '/settings/words', icon: IconVocabulary },
  names,
  { key: 'messengers', to: '/settings/messengers', icon: IconPlugConnected },
];

/** The list of sections at the left, one form at the right; on a phone one after the other. */
export function SettingsLayout() {
  const { t } = useTranslation();
  const me = useMe();
  const layout = useLayout();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const phone = layout === 'phone';
  const atHome = path === '/settings' || path === '/settings/';
  const back = me.role === 'guest' || phone;
  const Heading = phone ? 'h1' : 'p';
  const Place = phone && atHome ? 'main' : 'div';

  return (
    <Place className={classes.layout}>
      {(!phone || atHome) && (
        <nav className={classes.nav} aria-label={t('settings.title')}>
          <Heading className={classes.heading}>
            {back && (
              <Link to="/chats" className={classes.back} aria-label={t('chats.back')}>
                <IconArrowLeft size={20} stroke={1.75} aria-hidden="true" />
              </Link>
            )}
            {t('settings.title')}
          </Heading>
          <SectionList title={t('settings.mine')} entries={mine(me)} />
          {me.can.manageOrganization && <SectionList title={t('settings.organizationGroup')} entries={ofOrganization} />}
        </nav>
      )}
      {(!phone || !atHome) && <Outlet />}
    </Place>
  );
}

function SectionList({ title, entries }: { title: string; entries: Entry[] }) {
  const { t } = useTranslation();
  return (
    <section>
      <p className={classes.group}>{title}</p>
      <ul>
        {entries.map(({ key, to, icon: IconMark }) => (
          <li key={key}>
            <Link to={to} className={classes.link} activeProps={{ 'aria-current': 'page' }}>
              <IconMark size={18} stroke={1.75} aria-hidden="true" />
              {t(`settings.section.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
