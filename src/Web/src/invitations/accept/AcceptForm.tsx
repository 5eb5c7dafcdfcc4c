import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconLock, IconShieldLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import type { InvitationPreview } from '@/api/types';
import { FrontForm, FrontLead, FrontTitle, TwoFields } from '@/app/shell/FrontText';
import { FormProblem } from '@/ui/FormProblem';
import { NewPasswordField } from '@/ui/NewPasswordField';
import { focusFirst, showFieldProblems } from '@/ui/showFieldProblems';
import classes from './AcceptForm.module.css';
import { BadLink } from './BadLink';
import { useAcceptInvitation } from './useAcceptInvitation';

export function AcceptForm({ token, invitation }: { token: string; invitation: InvitationPreview }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const accept = useAcceptInvitation();
  const required = (value: string) => (value.trim() ? null : t('problem.required'));
  const form = useForm({
    mode: 'controlled',
    initialValues: { firstName: invitation.firstName, lastName: invitation.lastName, password: '' },
    validate: { firstName: required, lastName: required, password: required },
  });

  const problem = asProblem(accept.error);
  if (problem && [404, 410].includes(problem.status)) return <BadLink token={token} error={problem} onRetry={accept.reset} />;

  const submit = (values: typeof form.values) =>
    accept.mutate(
      { token, ...values },
      { onSuccess: () => void navigate({ to: '/', replace: true }), onError: (error) => showFieldProblems(form, error) },
    );

  return (
    <>
      <FrontTitle>{t('session.accept.title', { first: invitation.firstName })}</FrontTitle>
      <FrontLead>{t('session.accept.lead', { name: invitation.invitedBy })}</FrontLead>
      <FrontForm onSubmit={form.onSubmit(submit, (errors) => focusFirst(form, Object.keys(errors)))}>
        <TextInput
          label={t('session.accept.email')}
          value={invitation.email}
          readOnly
          autoComplete="username"
          rightSection={<IconLock size={17} stroke={1.75} aria-hidden="true" />}
        />
        <TwoFields>
          <TextInput label={t('session.accept.firstName')} maxLength={100} autoComplete="given-name" {...form.getInputProps('firstName')} />
          <TextInput label={t('session.accept.lastName')} maxLength={100} autoComplete="family-name" {...form.getInputProps('lastName')} />
        </TwoFields>
        <NewPasswordField label={t('session.accept.password')} autoFocus {...form.getInputProps('password')} value={form.values.password} />
        <FormProblem error={accept.error} fields={['firstName', 'lastName', 'password']} />
        <Button type="submit" size="lg" loading={accept.isPending}>
          {t('session.accept.submit')}
        </Button>
      </FrontForm>
      {invitation.role === 'guest' && (
        <div className={classes.promise}>
          <IconShieldLock size={20} stroke={1.75} aria-hidden="true" />
          <p>{t('session.accept.promise')}</p>
        </div>
      )}
    </>
  );
}
