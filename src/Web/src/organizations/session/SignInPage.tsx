import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRouter, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FrontDoor } from '@/app/shell/FrontDoor';
import { FrontForm, FrontPitch, FrontTitle } from '@/app/shell/FrontText';
import { focusFirst, showFieldProblems } from '@/ui/showFieldProblems';
import { LinkAnchor } from '@/ui/LinkButton';
import { DemoAccounts } from './DemoAccounts';
import classes from './SignInPage.module.css';
import { SignInProblem } from './SignInProblem';
import { useSignIn } from './useSignIn';

export function SignInPage() {
  const { t } = useTranslation();
  const { from } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const signIn = useSignIn();
  const form = useForm({
    mode: 'controlled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() ? null : t('problem.required')),
      password: (value) => (value ? null : t('problem.required')),
    },
  });

  const submit = (account: { email: string; password: string }) =>
    signIn.mutate(account, {
      onSuccess: () => router.history.replace(from ?? '/'),
      onError: (error) => showFieldProblems(form, error),
    });

  return (
    <FrontDoor
      title={t('session.signIn.title')}
      brand={t('app.name')}
      side={<FrontPitch title={t('session.signIn.lead')} text={t('session.signIn.about')} />}
    >
      <FrontTitle>{t('session.signIn.title')}</FrontTitle>
      <FrontForm onSubmit={form.onSubmit(submit, (errors) => focusFirst(form, Object.keys(errors)))}>
        <TextInput
          label={t('session.signIn.email')}
          type="email"
          autoComplete="username"
          maxLength={254}
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('session.signIn.password')}
          autoComplete="current-password"
          maxLength={200}
          visibilityToggleButtonProps={{ 'aria-label': t('session.password.show') }}
          {...form.getInputProps('password')}
        />
        <SignInProblem error={signIn.error} />
        <div className={classes.actions}>
          <LinkAnchor to="/forgot" size="sm">
            {t('session.signIn.forgot')}
          </LinkAnchor>
          <Button type="submit" size="md" loading={signIn.isPending}>
            {t('session.signIn.submit')}
          </Button>
        </div>
      </FrontForm>
      <DemoAccounts busy={signIn.isPending} onChoose={submit} />
    </FrontDoor>
  );
}
