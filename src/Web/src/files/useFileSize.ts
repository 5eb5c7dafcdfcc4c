import { useTranslation } from 'react-i18next';
import { fileSize } from './fileSize';

export function useFileSize(): (bytes: number) => string {
  const { t, i18n } = useTranslation();
  return (bytes) => fileSize(bytes, t, i18n.language);
}
