import type { TFunction } from 'i18next';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** 812 Б, 1,4 МБ, 23 МБ: two digits say enough. */
export function fileSize(bytes: number, t: TFunction, language: string): string {
  const step = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, bytes)) / Math.log(1024)));
  const value = bytes / 1024 ** step;
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: step > 0 && value < 10 ? 1 : 0 }).format(value);
  return t(`files.size.${units[step] ?? 'byte'}`, { value: text });
}
