import { Button, Radio, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { Role } from '@/api/types';
import { problemText } from '@/app/problemText';
import { organizationQuery } from '@/settings/organization/organizationQuery';
import { FormProblem } from '@/ui/FormProblem';
import { Notice } from '@/ui/Notice';
import { focusFirst, showFieldProblems } from '@/ui/showFieldProblems';
import { toast } from '@/ui/toasts';
import classes from './Invitations.module.css';
import { type Invite, useInvite } from './useInvite';

export type InviteStart = Invite & { id: string; isFix: boolean };

const roles: Exclude<Role, 'owner'>[] = ['guest', 'employee', 'admin'];
const usualLifetime = 7;

/** One address per form. After sending the form stays, emptied, for the next one. */
export function InviteForm({ start }: { start: InviteStart | undefined }) {
  const { t, i18n } = useTranslation();
  const invite = useInvite();
  const days = useQuery(organizationQuery).data?.value.invitationLifetimeDays ?? usualLifetime;
  const required = (value: string) => (value.trim() ? null : t('problem.required'));
  const form = useForm({
    mode: 'controlled',
    initialValues: { email: start?.email ?? '', firstName: start?.firstName ?? '', lastName: start?.lastName ?? '', role: (start?.role ?? 'guest') },
    validate: { email: required, firstName: required, lastName: required },
  });

  const refuse = (error: unknown) => {
    const code = asProblem(error)?.code;
    const isAboutAddress = code === 'invitations.alreadyInvited' || code === 'invitations.alreadyMember';
    if (!isAboutAddress) return showFieldProblems(form, error);
    form.setErrors({ email: problemText(error, t, i18n.language) });
    focusFirst(form, ['email']);
  };
  const submit = (values: Invite) =>
    invite.mutate(
      { ...values, email: values.email.trim(), firstName: values.firstName.trim(), lastName: values.lastName.trim() },
      {
        onSuccess: ({ email }) => {
          toast(t('invitations.sent', { email }));
          form.setValues({ email: '', firstName: '', lastName: '', role: values.role });
          form.clearErrors();
          form.getInputNode('email')?.focus();
        },
        onError: refuse,
      },
    );

  const isAtField = ['invitations.alreadyInvited', 'invitations.alreadyMember'].includes(asProblem(invite.error)?.code ?? '');
  return (
    <form className={classes.form} noValidate aria-labelledby="invite-title" onSubmit={form.onSubmit(submit, (errors) => focusFirst(form, Object.keys(errors)))}>
      <div>
        <h2 id="invite-title" className={classes.title}>
          {t(form.values.role === 'guest' ? 'invitations.formTitleGuest' : 'invitations.formTitle')}
        </h2>
        <p className={classes.lead}>{t('invitations.formLead', { count: days })}</p>
      </div>
      {start?.isFix && <Notice tone="info">{t('invitations.fixHint')}</Notice>}
      <TextInput label={t('invitations.email')} type="email" maxLength={254} autoComplete="off" autoFocus={start?.isFix ?? false} {...form.getInputProps('email')} />
      <div className={classes.names}>
        <TextInput label={t('invitations.firstName')} maxLength={100} autoComplete="off" {...form.getInputProps('firstName')} />
        <TextInput label={t('invitations.lastName')} maxLength={100} autoComplete="off" {...form.getInputProps('lastName')} />
      </div>
      <Radio.Group label={t('invitations.role')} {...form.getInputProps('role')}>
        <div className={classes.roles}>
          {roles.map((role) => (
            <div key={role} className={classes.role} data-role={role} data-chosen={form.values.role === role || undefined}>
              <Radio value={role} label={t(`role.${role}`)} description={t(`roleHint.${role}`)} color={role === 'guest' ? 'client' : 'pine'} />
            </div>
          ))}
        </div>
      </Radio.Group>
      {!isAtField && <FormProblem error={invite.error} fields={['email', 'firstName', 'lastName', 'role']} />}
      <Button type="submit" loading={invite.isPending} disabled={!form.values.email.trim()}>
        {t('invitations.send')}
      </Button>
    </form>
  );
}
