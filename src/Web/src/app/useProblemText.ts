import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from './problemText';

export function useProblemText(error: unknown): string | undefined {
  const { t, i18n } = useTranslation();
  return problemText(error, t, i18n.language);
}

export function useProblemTextOf(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  return useCallback((error) => problemText(error, t, i18n.language) ?? t('problem.unknown'), [t, i18n.language]);
}
