import { Menu, UnstyledButton } from '@mantine/core';
import { IconLogout, IconSettings, IconUser, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/organizations/me';
import { useSignOut } from '@/organizations/session/useSignOut';
import { Avatar } from '@/ui/Avatar';
import { toast } from '@/ui/toasts';
import { LinkMenuItem } from '@/ui/LinkButton';
import { useProblemTextOf } from '../useProblemText';
import classes from './AccountMenu.module.css';

export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const signOut = useSignOut();
  const problemOf = useProblemTextOf();

  return (
    <Menu position="right-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={t('nav.account', { name: me.displayName })}>
          <Avatar id={me.id} name={me.displayName} url={me.avatarUrl} size={34} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <p className={classes.name}>{me.displayName}</p>
          <p className={classes.fact}>{me.organization.name}</p>
        </div>
        <LinkMenuItem to="/settings/profile" leftSection={<IconUser size={17} stroke={1.75} />}>
          {t('nav.profile')}
        </LinkMenuItem>
        <LinkMenuItem to="/people" leftSection={<IconUsers size={17} stroke={1.75} />}>
          {t('nav.people')}
        </LinkMenuItem>
        <LinkMenuItem to="/settings" leftSection={<IconSettings size={17} stroke={1.75} />}>
          {t('nav.settings')}
        </LinkMenuItem>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={17} stroke={1.75} />}
          onClick={() => signOut.mutate(undefined, { onError: (error) => toast(problemOf(error), { tone: 'danger' }) })}
        >
          {t('nav.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
