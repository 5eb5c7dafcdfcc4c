import type { TFunction } from 'i18next';

const known = ['expireInvitations', 'sendOutbox', 'recoverOutbox', 'outbox', 'invitations'] as const;

type Known = (typeof known)[number];

function find(name: string): Known | undefined {
  const plain = name.replace(/[^a-z]/gi, '').toLowerCase();
  return known.find((one) => one.toLowerCase() === plain);
}

/** What a job is called by people; one that this page does not know keeps its own name. */
export function jobName(name: string, t: TFunction): string {
  const one = find(name);
  return one ? t(`jobs.name.${one}`) : name;
}

export function jobAbout(name: string, t: TFunction): string | undefined {
  const one = find(name);
  return one ? t(`jobs.about.${one}`) : undefined;
}
