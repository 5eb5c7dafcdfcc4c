import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from '@/api/types';
import { initialLanguage, rememberLanguage } from './language';
import { type Texts, typographAll } from './typograph';

const load: Record<Locale, () => Promise<Texts>> = {
  ru: async () => typographAll((await import('./ru/ru')).ru),
  en: async () => (await import('./en/en')).en,
};

export async function startI18n(): Promise<void> {
  const language = initialLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: await load[language]() } },
    fallbackLng: false,
    nsSeparator: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = language;
}

export async function speak(locale: Locale): Promise<void> {
  rememberLanguage(locale);
  if (i18next.language === locale) return;
  if (!i18next.hasResourceBundle(locale, 'translation')) {
    i18next.addResourceBundle(locale, 'translation', await load[locale]());
  }
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}
