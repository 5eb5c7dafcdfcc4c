import type { TFunction } from 'i18next';
import type { AccessExplanation, AccessReason, AccessRule } from '@/api/types';
import { type DateReader, longDay } from '@/app/format/dates';

/** The strongest reason first: what the CRM decides, then membership, then duties. */
const order: AccessRule[] = ['responsible', 'member', 'unlinked', 'supervisor', 'qualityControl', 'publicChannel'];

export function mainReason(because: AccessReason[]): AccessReason | undefined {
  return order.flatMap((rule) => because.find((reason) => reason.rule === rule) ?? [])[0];
}

export function accessSentence({ sees, because, member }: AccessExplanation, meId: string, reader: DateReader, t: TFunction): string {
  const isMe = member.memberId === meId;
  const name = member.displayName;
  const reason = mainReason(because);
  if (!sees || !reason) return isMe ? t('access.nobody') : t('access.nobodyOther', { name });

  const { rule, since } = reason;
  if (rule === 'member' && since) {
    const date = longDay(since, reader);
    return isMe ? t('access.rule.memberSince', { date }) : t('access.ruleOther.memberSince', { name, date });
  }
  if (rule === 'responsible') {
    const count = new Set(because.filter((one) => one.rule === 'responsible').map((one) => one.participantId ?? one.contactId)).size;
    return isMe ? t('access.rule.responsible', { count }) : t('access.ruleOther.responsible', { name, count });
  }
  return isMe ? t(`access.rule.${rule}`) : t(`access.ruleOther.${rule}`, { name });
}

/** What the reason rests on, and so what would end it. */
export function accessConsequence({ sees, because, member }: AccessExplanation, meId: string, t: TFunction): string {
  const isMe = member.memberId === meId;
  const rule = sees ? mainReason(because)?.rule : undefined;
  if (!rule) return t('access.nobodyWhy');
  if (rule === 'responsible') return t(isMe ? 'access.because.responsible' : 'access.because.responsibleOther');
  if (rule === 'member') return t(isMe ? 'access.because.member' : 'access.because.memberOther');
  if (rule === 'supervisor' || rule === 'qualityControl') return t('access.because.duty');
  return t(`access.because.${rule}`);
}
