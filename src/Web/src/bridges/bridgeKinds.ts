import type { TFunction } from 'i18next';

const known = ['development', 'telegram', 'whatsapp', 'wazzup', 'max'] as const;

export function bridgeKindName(kind: string, t: TFunction): string {
  const one = known.find((name) => name === kind);
  return one ? t(`bridges.kinds.${one}`) : kind;
}
