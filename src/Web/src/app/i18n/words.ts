import type { TFunction } from 'i18next';
import { roughDuration } from '@/app/format/durations';

export function makeWords(t: TFunction, language: string) {
  return {
    duration(milliseconds: number): string {
      const { unit, count } = roughDuration(milliseconds);
      return t(`duration.${unit}`, { count });
    },
    list(names: string[]): string {
      return new Intl.ListFormat(language, { style: 'long', type: 'conjunction' }).format(names);
    },
    number(value: number): string {
      return new Intl.NumberFormat(language).format(value);
    },
  };
}

export type Words = ReturnType<typeof makeWords>;
