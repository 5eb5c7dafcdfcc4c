import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconChevronDown, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '@/api/types';
import { speak } from '@/app/i18n/i18n';
import { useLocale } from '@/app/i18n/useLocale';
import classes from './FrontDoor.module.css';

const locales: Locale[] = ['ru', 'en'];

export function LanguageMenu() {
  const { t } = useTranslation();
  const current = useLocale();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <UnstyledButton className={classes.quiet} aria-label={`${t('language.label')}: ${t(`language.${current}`)}`}>
          <IconLanguage size={17} stroke={1.75} aria-hidden="true" />
          {t(`language.${current}`)}
          <IconChevronDown size={15} stroke={1.75} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {locales.map((locale) => (
          <Menu.Item key={locale} lang={locale} rightSection={locale === current && <IconCheck size={16} />} onClick={() => void speak(locale)}>
            {t(`language.${locale}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
