import { Drawer, UnstyledButton } from '@mantine/core';
import { IconLogout, IconMenu2, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMailboxExists } from '@/notifications/useMailboxExists';
import { useMe } from '@/organizations/me';
import { useSignOut } from '@/organizations/session/useSignOut';
import { useIsSection } from './Rail';
import { mailboxSection, peopleSection, type Section, sectionsOf } from './sections';
import classes from './TabBar.module.css';

const shownAtMost = 3;

/** The sections on a phone: at the bottom, under the thumb; what does not fit is behind «Ещё». */
export function TabBar() {
  const { t } = useTranslation();
  const me = useMe();
  const signOut = useSignOut();
  const hasMailbox = useMailboxExists();
  const [open, setOpen] = useState(false);

  const sections = sectionsOf(me);
  const direct = sections.slice(0, shownAtMost);
  const rest = [...sections.slice(shownAtMost), ...(me.can.manageMembers ? [] : [peopleSection]), ...(hasMailbox ? [mailboxSection] : [])];
  return (
    <nav className={classes.bar} aria-label={t('nav.main')}>
      {direct.map((section) => (
        <Tab key={section.key} section={section} />
      ))}
      <UnstyledButton className={classes.tab} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(true)}>
        <span className={classes.icon}>
          <IconMenu2 size={22} stroke={1.75} aria-hidden="true" />
        </span>
        {t('nav.more')}
      </UnstyledButton>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="bottom"
        size="auto"
        lockScroll={false}
        title={t('nav.more')}
        closeButtonProps={{ 'aria-label': t('do.close') }}
        classNames={{ inner: classes.place, content: classes.sheet, title: classes.title, header: classes.head }}
      >
        <ul>
          {rest.map(({ key, to, icon: IconMark }) => (
            <li key={key}>
              <Link to={to} className={classes.entry} onClick={() => setOpen(false)}>
                <IconMark size={21} stroke={1.75} aria-hidden="true" />
                {t(`nav.${key}`)}
              </Link>
            </li>
          ))}
          <li>
            <Link to="/settings" className={classes.entry} onClick={() => setOpen(false)}>
              <IconSettings size={21} stroke={1.75} aria-hidden="true" />
              {t('nav.settings')}
            </Link>
          </li>
          <li>
            <UnstyledButton className={classes.entry} onClick={() => signOut.mutate()}>
              <IconLogout size={21} stroke={1.75} aria-hidden="true" />
              {t('nav.signOut')}
            </UnstyledButton>
          </li>
        </ul>
      </Drawer>
    </nav>
  );
}

function Tab({ section: { key, to, icon: IconMark } }: { section: Section }) {
  const { t } = useTranslation();
  const active = useIsSection(key, String(to));
  return (
    <Link to={to} className={classes.tab} data-active={active || undefined} aria-current={active ? 'page' : undefined}>
      <span className={classes.icon}>
        <IconMark size={22} stroke={1.75} aria-hidden="true" />
      </span>
      {t(`nav.${key}`)}
    </Link>
  );
}
