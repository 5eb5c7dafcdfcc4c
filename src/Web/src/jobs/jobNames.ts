import type { TFunction } from 'i18next';

const known = ['checkAccess', 'expireInvitations', 'recoverOutbox', 'sweepDrafts', 'sweepFiles', 'sweepIdempotency', 'sweepRuns', 'sweepSessions'] as const;

type Known = (typeof known)[number];

function isKnown(name: string): name is Known {
  return known.some((one) => one === name);
}

/** What a job is called by people; one that this page does not know keeps its own name. */
export function jobName(name: string, t: TFunction): string {
  return isKnown(name) ? t(`jobs.name.${name}`) : name;
}

export function jobAbout(name: string, t: TFunction): string | undefined {
  return isKnown(name) ? t(`jobs.about.${name}`) : undefined;
}
