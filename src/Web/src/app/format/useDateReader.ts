import { useMemo } from 'react';
import { useLocale } from '@/app/i18n/useLocale';
import { useMaybeMe } from '@/organizations/me';
import type { DateReader } from './dates';
import { useNow } from './useNow';

const deviceZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function useDateReader(): DateReader {
  const locale = useLocale();
  const timeZone = useMaybeMe()?.timeZone || deviceZone;
  const now = useNow();
  return useMemo(() => ({ locale, timeZone, now }), [locale, timeZone, now]);
}
