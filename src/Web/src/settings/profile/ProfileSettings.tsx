import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { TwoFields } from '@/app/shell/FrontText';
import { useMe } from '@/organizations/me';
import { OwnPicture } from '@/pictures/OwnPicture';
import { FormProblem } from '@/ui/FormProblem';
import { focusFirst, showFieldProblems } from '@/ui/showFieldProblems';
import { TimeZoneSelect } from '@/ui/TimeZoneSelect';
import { toast } from '@/ui/toasts';
import { SettingsPage } from '../SettingsPage';
import { useChangeMe } from './useChangeMe';

export function ProfileSettings() {
  const { t } = useTranslation();
  const me = useMe();
  const change = useChangeMe();
  const required = (value: string) => (value.trim() ? null : t('problem.required'));
  const form = useForm({
    mode: 'controlled',
    initialValues: { firstName: me.firstName, lastName: me.lastName, timeZone: me.timeZone },
    validate: { firstName: required, lastName: required },
  });

  const save = form.onSubmit(
    (values) =>
      change.mutate(values, {
        onSuccess: ({ firstName, lastName, timeZone }) => {
          form.setInitialValues({ firstName, lastName, timeZone });
          form.reset();
          toast(t('saved'));
        },
        onError: (error) => showFieldProblems(form, error),
      }),
    (errors) => focusFirst(form, Object.keys(errors)),
  );

  return (
    <SettingsPage
      title={t('settings.section.profile')}
      lead={t('settings.profile.lead')}
      saving={{ changed: form.isDirty(), busy: change.isPending, onSave: () => save(), onDiscard: form.reset }}
    >
      <OwnPicture />
      <TwoFields>
        <TextInput label={t('settings.profile.firstName')} maxLength={100} autoComplete="given-name" {...form.getInputProps('firstName')} />
        <TextInput label={t('settings.profile.lastName')} maxLength={100} autoComplete="family-name" {...form.getInputProps('lastName')} />
      </TwoFields>
      <TextInput label={t('settings.profile.email')} value={me.email} readOnly description={t('settings.profile.emailHint')} />
      <TimeZoneSelect label={t('settings.profile.timeZone')} {...form.getInputProps('timeZone')} />
      <TextInput label={t('settings.profile.role')} value={[t(`role.${me.role}`), ...me.duties.map((duty) => t(`duty.${duty}`))].join(', ')} readOnly />
      <FormProblem error={change.error} fields={['firstName', 'lastName', 'timeZone']} />
    </SettingsPage>
  );
}
