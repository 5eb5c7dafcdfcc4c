import { NumberInput, Radio, Select, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Tagged } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Organization } from '@/api/types';
import { TwoFields } from '@/app/shell/FrontText';
import { meQuery } from '@/organizations/me';
import { FormProblem } from '@/ui/FormProblem';
import { focusFirst, showFieldProblems } from '@/ui/showFieldProblems';
import { TimeZoneSelect } from '@/ui/TimeZoneSelect';
import { toast } from '@/ui/toasts';
import { SettingsPage } from '../SettingsPage';
import classes from '../settings.module.css';
import { organizationQuery } from './organizationQuery';
import { StorageRoom } from './StorageRoom';

type Fields = Omit<Organization, 'id'>;

const responsibilities: Organization['responsibility'][] = ['contact', 'newestOpenDeal', 'either'];

export function OrganizationForm({ organization: { value: organization, etag } }: { organization: Tagged<Organization> }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const { id: _, ...initialValues } = organization;
  const form = useForm<Fields>({
    mode: 'controlled',
    initialValues,
    validate: { name: (value) => (value.trim() ? null : t('problem.required')) },
  });

  const save = useMutation({
    mutationFn: (fields: Partial<Fields>) => api.patch<Organization>('/organization', fields, { headers: { 'If-Match': etag } }),
    onSuccess: async () => {
      toast(t('settings.organization.saved'));
      await Promise.all([cache.invalidateQueries({ queryKey: organizationQuery.queryKey }), cache.invalidateQueries({ queryKey: meQuery.queryKey })]);
    },
    onError: (error) => {
      showFieldProblems(form, error);
      if (asProblem(error)?.status === 412) void cache.invalidateQueries({ queryKey: organizationQuery.queryKey });
    },
  });

  const submit = form.onSubmit((fields) => save.mutate(changed(fields, initialValues)), (errors) => focusFirst(form, Object.keys(errors)));
  return (
    <SettingsPage
      title={t('settings.section.organization')}
      lead={t('settings.organization.lead')}
      saving={{ changed: form.isDirty(), busy: save.isPending, onSave: () => submit(), onDiscard: form.reset }}
    >
      <TextInput label={t('settings.organization.name')} maxLength={100} {...form.getInputProps('name')} />
      <TwoFields>
        <Select
          label={t('settings.organization.locale')}
          data={[
            { value: 'ru', label: t('language.ru') },
            { value: 'en', label: t('language.en') },
          ]}
          allowDeselect={false}
          {...form.getInputProps('locale')}
        />
        <TimeZoneSelect label={t('settings.organization.timeZone')} {...form.getInputProps('timeZone')} />
      </TwoFields>
      <TwoFields>
        <TextInput label={t('settings.organization.country')} description={t('settings.organization.countryHint')} maxLength={2} {...form.getInputProps('country')} />
        <NumberInput label={t('settings.organization.lifetime')} min={1} max={90} allowDecimal={false} hideControls {...form.getInputProps('invitationLifetimeDays')} />
      </TwoFields>
      <Radio.Group label={t('settings.organization.responsibility')} description={t('settings.organization.responsibilityHint')} {...form.getInputProps('responsibility')}>
        <div className={classes.group}>
          {responsibilities.map((value) => (
            <Radio key={value} value={value} label={t(`settings.organization.responsible.${value}`)} />
          ))}
        </div>
      </Radio.Group>
      <Switch
        label={t('settings.organization.oversee')}
        description={t('settings.organization.overseeHint')}
        {...form.getInputProps('overseeClientDirects', { type: 'checkbox' })}
      />
      <StorageRoom />
      <FormProblem error={save.error} fields={Object.keys(initialValues)} />
    </SettingsPage>
  );
}

function changed(fields: Fields, before: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => before[name as keyof Fields] !== value));
}
