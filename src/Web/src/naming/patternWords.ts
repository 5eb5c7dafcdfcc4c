import type { TFunction } from 'i18next';
import type { NamePart } from '@/api/types';

const parts: NamePart[] = ['project', 'client', 'work', 'responsible'];

/** `{project} | {client}` as people read it: «Проект | Клиент». */
export function patternWords(pattern: string, t: TFunction): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => (isPart(name) ? t(`newChat.part.${name}`) : whole));
}

export function partsOf(pattern: string): NamePart[] {
  return Array.from(pattern.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? '').filter(isPart);
}

function isPart(name: string): name is NamePart {
  return (parts as string[]).includes(name);
}
