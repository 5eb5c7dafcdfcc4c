import { Button } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { everyPage } from '@/api/everyPage';
import type { Member } from '@/api/types';
import { AccountMenu } from '@/app/shell/AccountMenu';
import { useDocumentTitle } from '@/app/shell/useDocumentTitle';
import { useMe } from '@/organizations/me';
import { Avatar } from '@/ui/Avatar';
import { Brand } from '@/ui/Brand';
import { Dialog } from '@/ui/Dialog';
import { FormProblem } from '@/ui/FormProblem';
import { StateView } from '@/ui/StateView';
import classes from './GuestInside.module.css';
import { useOpenDirect } from './useOpenDirect';

/** Before the first chat: quiet, and one way to be heard. */
export function GuestInside() {
  const { t } = useTranslation();
  const me = useMe();
  useDocumentTitle(t('session.inside.title'));
  const [choosing, setChoosing] = useState(false);
  const direct = useOpenDirect();
  const administrators = useQuery({
    queryKey: ['members', 'administrators'],
    queryFn: ({ signal }) => everyPage<Member>('/members', signal, { role: ['owner', 'admin'], status: 'active' }),
  });

  const people = administrators.data ?? [];
  const write = () => {
    const [only] = people;
    if (only && people.length === 1) direct.mutate(only.id);
    else setChoosing(true);
  };

  return (
    <main className={classes.page} id="main">
      <header className={classes.head}>
        <Brand name={me.organization.name} size={32} />
        <AccountMenu />
      </header>
      <StateView heading="h1" icon={IconDoorEnter} title={t('session.inside.title')} text={t('session.inside.text')}>
        <Button loading={direct.isPending} disabled={people.length === 0} onClick={write}>
          {t('session.inside.write')}
        </Button>
      </StateView>
      <div className={classes.problem}>
        <FormProblem error={direct.error ?? administrators.error} />
      </div>
      {choosing && (
        <Dialog title={t('session.inside.choose')} onClose={() => setChoosing(false)}>
          <ul className={classes.people}>
            {people.map((person) => (
              <li key={person.id}>
                <button type="button" className={classes.person} onClick={() => direct.mutate(person.id)}>
                  <Avatar id={person.id} name={person.displayName} url={person.avatarUrl} size={36} />
                  <span>
                    {person.displayName}
                    <span className={classes.role}>{t(`role.${person.role}`)}</span>
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </main>
  );
}
