import { Button, Divider, PasswordInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { speak } from '@/app/i18n/i18n';
import { useLocale } from '@/app/i18n/useLocale';
import { FrontDoor } from '@/app/shell/FrontDoor';
import { FrontForm, FrontTitle, TwoFields } from '@/app/shell/FrontText';
import { FormProblem } from '@/ui/FormProblem';
import { NewPasswordField } from '@/ui/NewPasswordField';
import { focusFirst, showFieldProblems } from '@/ui/showFieldProblems';
import { TimeZoneSelect } from '@/ui/TimeZoneSelect';
import { setupQuery } from '../session/signInQueries';
import classes from './SetupPage.module.css';
import { SetupSteps } from './SetupSteps';
import { useSetUp } from './useSetUp';

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ownerFields = { 'owner.email': 'email', 'owner.firstName': 'firstName', 'owner.lastName': 'lastName', 'owner.password': 'password' };
const fields = ['organizationName', 'locale', 'timeZone', 'setupCode', ...Object.keys(ownerFields)];

export function SetupPage() {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const codeRequired = useQuery(setupQuery).data?.codeRequired ?? false;
  const setUp = useSetUp();
  const required = (value: string) => (value.trim() ? null : t('problem.required'));
  const form = useForm({
    mode: 'controlled',
    initialValues: { organizationName: '', timeZone: deviceZone, firstName: '', lastName: '', email: '', password: '', setupCode: '' },
    validate: {
      organizationName: required,
      firstName: required,
      lastName: required,
      email: required,
      password: required,
      setupCode: (value) => (codeRequired ? required(value) : null),
    },
  });

  const submit = ({ organizationName, timeZone, setupCode, ...owner }: typeof form.values) =>
    setUp.mutate(
      { organizationName, locale, timeZone, owner, ...(codeRequired ? { setupCode } : {}) },
      {
        onSuccess: () => void navigate({ to: '/people/invitations', replace: true }),
        onError: (error) => showFieldProblems(form, error, ownerFields),
      },
    );

  return (
    <FrontDoor title={t('session.setup.title')} brand={t('app.name')} side={<SetupSteps />}>
      <FrontTitle>{t('session.setup.title')}</FrontTitle>
      <FrontForm onSubmit={form.onSubmit(submit, (errors) => focusFirst(form, Object.keys(errors)))}>
        <TextInput label={t('session.setup.organizationName')} maxLength={100} autoComplete="organization" autoFocus {...form.getInputProps('organizationName')} />
        <TwoFields>
          <Select
            label={t('language.label')}
            data={[
              { value: 'ru', label: t('language.ru') },
              { value: 'en', label: t('language.en') },
            ]}
            value={locale}
            allowDeselect={false}
            onChange={(value) => value && void speak(value)}
          />
          <TimeZoneSelect label={t('session.setup.timeZone')} {...form.getInputProps('timeZone')} />
        </TwoFields>
        <Divider my={4} color="var(--cc-border)" />
        <TwoFields>
          <TextInput label={t('session.setup.firstName')} maxLength={100} autoComplete="given-name" {...form.getInputProps('firstName')} />
          <TextInput label={t('session.setup.lastName')} maxLength={100} autoComplete="family-name" {...form.getInputProps('lastName')} />
        </TwoFields>
        <TextInput label={t('session.setup.email')} type="email" maxLength={254} autoComplete="username" {...form.getInputProps('email')} />
        <NewPasswordField label={t('session.setup.password')} {...form.getInputProps('password')} value={form.values.password} />
        {codeRequired && (
          <PasswordInput
            label={t('session.setup.code')}
            description={t('session.setup.codeHint')}
            autoComplete="one-time-code"
            maxLength={100}
            visibilityToggleButtonProps={{ 'aria-label': t('session.password.show') }}
            {...form.getInputProps('setupCode')}
          />
        )}
        <FormProblem error={setUp.error} fields={fields} />
        <div className={classes.actions}>
          <p className={classes.note}>{t('session.setup.note')}</p>
          <Button type="submit" size="md" loading={setUp.isPending} rightSection={<IconArrowRight size={17} stroke={1.75} />}>
            {t('session.setup.submit')}
          </Button>
        </div>
      </FrontForm>
    </FrontDoor>
  );
}
