import type { Locale } from '@/api/types';

const key = 'clientchats.language';

/** The language before anybody is signed in: what was chosen on this device, else what the browser asks for. */
export function initialLanguage(): Locale {
  const stored = readStored();
  if (stored) return stored;
  return navigator.language.startsWith('ru') || !navigator.language.startsWith('en') ? 'ru' : 'en';
}

export function rememberLanguage(locale: Locale): void {
  try {
    localStorage.setItem(key, locale);
  } catch {
    return;
  }
}

function readStored(): Locale | undefined {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'ru' || stored === 'en' ? stored : undefined;
  } catch {
    return undefined;
  }
}
