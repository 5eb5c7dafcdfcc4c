import { Button, Radio, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Duty, Member, Role } from '@/api/types';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { FormProblem } from '@/ui/FormProblem';
import { toast } from '@/ui/toasts';
import { useMe } from '../me';
import { LinesField } from './LinesField';
import classes from './PeoplePage.module.css';
import { useChangeMember } from './useChangeMember';

const duties: Duty[] = ['supervisor', 'qualityControl', 'receivesNewClients'];
const roles: Extract<Role, 'employee' | 'admin'>[] = ['employee', 'admin'];

/** What an administrator may change about somebody; what he may not is not here. */
export function ProfileAdministration({ member }: { member: Member }) {
  const { t } = useTranslation();
  const me = useMe();
  const change = useChangeMember(member.id);
  const [closing, setClosing] = useState(false);
  const { can } = member;
  const done = { onSuccess: () => toast(t('people.changed', { name: member.displayName })) };

  const toggle = (duty: Duty, on: boolean) => {
    const others = (member.duties ?? []).filter((one) => one !== duty);
    change.mutate({ duties: on ? [...others, duty] : others }, done);
  };
  const deactivate = () =>
    change.mutate(
      { status: 'deactivated' },
      {
        onSuccess: () => {
          setClosing(false);
          toast(t('people.deactivated', { name: member.displayName }));
        },
      },
    );
  const reactivate = () => change.mutate({ status: 'active' }, { onSuccess: () => toast(t('people.reactivated', { name: member.displayName })) });

  return (
    <>
      {can?.changeRole && member.role !== 'guest' && (
        <section className={classes.block}>
          <Radio.Group label={t('people.role')} value={member.role} onChange={(role) => change.mutate({ role: role }, done)}>
            <div className={classes.block}>
              {roles.map((role) => (
                <Radio key={role} value={role} label={t(`role.${role}`)} description={t(`roleHint.${role}`)} />
              ))}
            </div>
          </Radio.Group>
        </section>
      )}
      {can?.changeDuties && member.role !== 'guest' && (
        <section className={classes.block}>
          <h3 className={classes.blockTitle}>{t('people.duties')}</h3>
          {duties.map((duty) => (
            <Switch
              key={duty}
              label={t(`duty.${duty}`)}
              description={t(`dutyHint.${duty}`)}
              checked={member.duties?.includes(duty) ?? false}
              disabled={change.isPending}
              onChange={(event) => toggle(duty, event.currentTarget.checked)}
            />
          ))}
        </section>
      )}
      {me.can.manageMembers && member.phones && (
        <section className={classes.block}>
          <LinesField label={t('people.phones')} hint={t('people.phonesHint')} value={member.phones} field="phones" error={change.error} busy={change.isPending} onSave={(phones) => change.mutate({ phones }, done)} />
        </section>
      )}
      {me.can.manageMembers && member.crmUserIds && member.role !== 'guest' && (
        <section className={classes.block}>
          <LinesField
            label={t('people.crmUsers')}
            hint={t('people.crmUsersHint')}
            value={member.crmUserIds}
            field="crmUserIds"
            error={change.error}
            busy={change.isPending}
            onSave={(crmUserIds) => change.mutate({ crmUserIds }, done)}
          />
        </section>
      )}
      <FormProblem error={change.error} fields={['phones', 'crmUserIds']} />
      {can?.deactivate && (
        <section className={classes.block}>
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('people.deactivate')}
          </Button>
        </section>
      )}
      {can?.reactivate && (
        <section className={classes.block}>
          <Button variant="default" loading={change.isPending} onClick={reactivate}>
            {t('people.reactivate')}
          </Button>
        </section>
      )}
      {closing && (
        <ConfirmDialog
          title={t('people.deactivateTitle', { name: member.displayName })}
          text={t('people.deactivateText')}
          action={t('people.deactivate')}
          busy={change.isPending}
          error={change.error}
          onConfirm={deactivate}
          onClose={() => setClosing(false)}
        />
      )}
    </>
  );
}
