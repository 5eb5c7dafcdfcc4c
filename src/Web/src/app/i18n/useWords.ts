import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { makeWords } from './words';

/** The short texts that many screens make from data: names of roles, lengths of time, lists of people. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return useMemo(() => makeWords(t, i18n.language), [t, i18n.language]);
}
