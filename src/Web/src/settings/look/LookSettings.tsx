import { Button, SegmentedControl, Select, Switch, useMantineColorScheme } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '@/app/i18n/useLocale';
import { overlayStore } from '@/app/shell/overlays';
import { useProblemTextOf } from '@/app/useProblemText';
import { useMe } from '@/organizations/me';
import { toast } from '@/ui/toasts';
import { useChangeMe } from '../profile/useChangeMe';
import { SettingsPage } from '../SettingsPage';
import classes from '../settings.module.css';
import { type Preferences, preferencesStore } from './preferences';

export function LookSettings() {
  const { t } = useTranslation();
  const me = useMe();
  const locale = useLocale();
  const change = useChangeMe();
  const problemOf = useProblemTextOf();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { density, sendBy, singleKeys } = preferencesStore();

  return (
    <SettingsPage title={t('settings.section.look')} lead={t('settings.look.lead')}>
      <Choice
        label={t('theme.label')}
        value={colorScheme}
        options={[
          { value: 'auto', label: t('theme.auto') },
          { value: 'light', label: t('theme.light') },
          { value: 'dark', label: t('theme.dark') },
        ]}
        onChange={setColorScheme}
      />
      <Select
        label={t('language.label')}
        data={[
          { value: 'ru', label: t('language.ru') },
          { value: 'en', label: t('language.en') },
        ]}
        value={locale}
        allowDeselect={false}
        disabled={change.isPending}
        onChange={(value) => value && change.mutate({ locale: value }, { onError: (error) => toast(problemOf(error), { tone: 'danger' }) })}
      />
      {me.role !== 'guest' && (
        <Choice
          label={t('settings.look.density')}
          value={density}
          options={[
            { value: 'comfortable', label: t('settings.look.comfortable') },
            { value: 'compact', label: t('settings.look.compact') },
          ]}
          onChange={(value: Preferences['density']) => preferencesStore.setState({ density: value })}
        />
      )}
      <Choice
        label={t('settings.look.sendBy')}
        value={sendBy}
        options={[
          { value: 'enter', label: t('settings.look.enter') },
          { value: 'ctrlEnter', label: t('settings.look.ctrlEnter') },
        ]}
        onChange={(value: Preferences['sendBy']) => preferencesStore.setState({ sendBy: value })}
      />
      <Switch
        label={t('settings.look.keys')}
        description={t('settings.look.keysHint')}
        checked={singleKeys}
        onChange={(event) => preferencesStore.setState({ singleKeys: event.currentTarget.checked })}
      />
      <div>
        <Button variant="default" leftSection={<IconKeyboard size={17} stroke={1.75} />} onClick={() => overlayStore.setState({ help: true })}>
          {t('settings.look.shortcuts')}
        </Button>
      </div>
    </SettingsPage>
  );
}

type ChoiceProps<T extends string> = { label: string; value: T; options: { value: T; label: string }[]; onChange: (value: T) => void };

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <div className={classes.group}>
      <p className={classes.label}>{label}</p>
      <SegmentedControl aria-label={label} data={options} value={value} onChange={(next) => onChange(next)} />
    </div>
  );
}
