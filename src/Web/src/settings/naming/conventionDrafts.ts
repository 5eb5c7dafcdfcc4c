import type { Convention } from '@/api/types';
import { partsOf } from '@/naming/patternWords';

export type ConventionProblem = 'noParts' | 'noSeparator' | undefined;

export function conventionProblem({ pattern, separator }: Convention): ConventionProblem {
  const parts = partsOf(pattern);
  if (parts.length === 0) return 'noParts';
  if (parts.length > 1 && separator.trim() !== '' && !pattern.includes(separator.trim())) return 'noSeparator';
  return undefined;
}

export function withPart(pattern: string, separator: string, part: string): string {
  const text = pattern.trim();
  return text === '' ? `{${part}}` : `${text} ${separator.trim()} {${part}}`.replace(/ {2,}/g, ' ');
}

export function withDefault(items: Convention[], id: string): Convention[] {
  return items.map((item) => ({ ...item, isDefault: item.id === id }));
}

/** There is always one default as long as there is a pattern at all. */
export function withoutConvention(items: Convention[], id: string): Convention[] {
  const rest = items.filter((item) => item.id !== id);
  const [first] = rest;
  return first && !rest.some(({ isDefault }) => isDefault) ? withDefault(rest, first.id) : rest;
}
