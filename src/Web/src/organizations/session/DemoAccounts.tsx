import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/ui/Avatar';
import { GuestChip } from '@/ui/GuestChip';
import classes from './DemoAccounts.module.css';
import { demoSignInsQuery } from './signInQueries';

type DemoAccountsProps = { busy: boolean; onChoose: (account: { email: string; password: string }) => void };

export function DemoAccounts({ busy, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation();
  const accounts = useQuery(demoSignInsQuery).data ?? [];
  if (accounts.length === 0) return null;

  return (
    <section className={classes.demo} aria-labelledby="demo-title">
      <h2 id="demo-title" className={classes.title}>
        {t('session.signIn.demo')}
      </h2>
      <p className={classes.hint}>{t('session.signIn.demoHint')}</p>
      <ul className={classes.list}>
        {accounts.map(({ email, password, displayName, role, about }) => (
          <li key={email}>
            <UnstyledButton className={classes.account} disabled={busy} onClick={() => onChoose({ email, password })}>
              <Avatar id={email} name={displayName} size={36} isClient={role === 'guest'} />
              <span className={classes.lines}>
                <span className={classes.name}>
                  {displayName} {role === 'guest' && <GuestChip />}
                </span>
                <span className={classes.about}>{about || t(`role.${role}`)}</span>
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
