import type { TFunction } from 'i18next';
import type { AccessChange, AccessExplanation, AccessReason, IrrelevantFact } from '@/api/types';
import { type DateReader, longDay } from '@/app/format/dates';

export type Fact = { title: string; hint: string | undefined };

export function reasonFact(reason: AccessReason, { member }: AccessExplanation, meId: string, reader: DateReader, t: TFunction): Fact {
  const since = reason.since ? t('access.fact.since', { date: longDay(reason.since, reader) }) : undefined;
  if (reason.rule !== 'responsible') return { title: t(`access.fact.${reason.rule}`), hint: since };

  const client = reason.clientName ?? reason.contactName ?? '';
  const title = member.memberId === meId ? t('access.fact.contactYou', { client }) : t('access.fact.contact', { client, responsible: member.displayName });
  const hints = [
    reason.contactName ? t('access.fact.contactPlain', { client: reason.contactName }) : undefined,
    reason.linkedBy ? t(`access.linkedBy.${reason.linkedBy}`) : undefined,
    since,
  ];
  return { title, hint: hints.filter(Boolean).join(' · ') };
}

export function irrelevantFact({ fact, displayName = '', responsible = '' }: IrrelevantFact, t: TFunction): Fact {
  return { title: t(`access.not.${fact}`, { name: displayName, responsible }), hint: t(`access.not.${fact}Hint`) };
}

const causes = [
  'handover', 'handoverUndone', 'contactChanged', 'contactRemoved', 'linked', 'unlinked', 'memberAdded', 'memberRemoved',
  'memberLeft', 'clientJoined', 'clientLeft', 'memberDeactivated', 'memberReactivated', 'created',
] as const;

const channelCauses = ['memberJoined', 'channelOpened', 'channelClosed', 'historyShown'] as const;

export function changeFact({ change, member, group, cause }: AccessChange, meId: string, t: TFunction): Fact {
  const known = causes.find((one) => one === cause) ?? 'other';
  const ofChannel = channelCauses.find((one) => one === cause);
  const hint = ofChannel ? t(`channels.cause.${ofChannel}`) : t(`access.cause.${known}`);
  if (member?.memberId === meId) return { title: t(`access.change.${change}You`), hint };
  const name = member?.displayName ?? (group ? t(`access.change.group.${group}`) : '');
  return { title: t(`access.change.${change}`, { name }), hint };
}
