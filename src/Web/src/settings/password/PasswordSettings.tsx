import { Button, PasswordInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { FrontForm } from '@/app/shell/FrontText';
import { FormProblem } from '@/ui/FormProblem';
import { NewPasswordField } from '@/ui/NewPasswordField';
import { focusFirst, showFieldProblems } from '@/ui/showFieldProblems';
import { toast } from '@/ui/toasts';
import classes from '../settings.module.css';
import { SettingsPage } from '../SettingsPage';

export function PasswordSettings() {
  const { t } = useTranslation();
  const change = useMutation({ mutationFn: (passwords: { current: string; new: string }) => api.post('/me/password', passwords) });
  const required = (value: string) => (value ? null : t('problem.required'));
  const form = useForm({ mode: 'controlled', initialValues: { current: '', new: '' }, validate: { current: required, new: required } });

  const submit = (passwords: typeof form.values) =>
    change.mutate(passwords, {
      onSuccess: () => {
        form.reset();
        toast(t('settings.password.done'));
      },
      onError: (error) => showFieldProblems(form, error),
    });

  return (
    <SettingsPage title={t('settings.section.password')} lead={t('settings.password.lead')}>
      <FrontForm onSubmit={form.onSubmit(submit, (errors) => focusFirst(form, Object.keys(errors)))}>
        <PasswordInput
          label={t('settings.password.current')}
          autoComplete="current-password"
          maxLength={200}
          visibilityToggleButtonProps={{ 'aria-label': t('session.password.show') }}
          {...form.getInputProps('current')}
        />
        <NewPasswordField label={t('settings.password.next')} {...form.getInputProps('new')} value={form.values.new} />
        <FormProblem error={change.error} fields={['current', 'new']} />
        <div className={classes.end}>
          <Button type="submit" loading={change.isPending}>
            {t('settings.password.submit')}
          </Button>
        </div>
      </FrontForm>
    </SettingsPage>
  );
}
