import type { TFunction } from 'i18next';
import type { ParticipantContact } from '@/api/types';
import type { ChatPerson } from './useChatPeople';

/** The second line of a person in a chat: who he is here and, for clients, what the CRM says. */
export function personFacts(person: ChatPerson, meId: string, isGuest: boolean, t: TFunction): string[] {
  const { participant, membership } = person;
  const own = person.participantId === meId ? [t('people.you_short')] : [];
  if (isGuest) return [...own, ...(participant?.company ? [participant.company] : [])];

  const facts = person.isClient ? clientFacts(person, meId, t) : employeeFacts(person, t);
  const floor = membership?.history === 'fromNow' ? [t('people.fromNow')] : [];
  return [...own, ...facts, ...floor];
}

function clientFacts({ participant, memberId }: ChatPerson, meId: string, t: TFunction): string[] {
  const phone = participant?.phone ? [maskPhone(participant.phone)] : [];
  const company = participant?.company ? [participant.company] : [];
  const contacts = participant?.contacts;
  if (!contacts) return [...company, ...phone];
  if (contacts.length === 0) return [...company, ...phone, ...(memberId ? [] : [t('people.notInCrm')])];
  return [...company, ...phone, linkWords(contacts, meId, t)];
}

function linkWords(contacts: ParticipantContact[], meId: string, t: TFunction): string {
  if (contacts.some(({ responsibles }) => responsibles.some(({ memberId }) => memberId === meId))) return t('people.yourClient');
  const names = contacts.flatMap(({ responsibles }) => responsibles.map(({ displayName }) => displayName));
  return names.length > 0 ? t('people.responsibleIs', { name: Array.from(new Set(names)).join(', ') }) : t('people.noResponsible');
}

function employeeFacts({ participant, membership, rules }: ChatPerson, t: TFunction): string[] {
  const owner = membership?.isOwner ? [t('people.owner')] : membership?.isAdministrator ? [t('channels.administrator')] : [];
  const reasons = rules.filter((rule) => rule !== 'member' || rules.length === 1).map((rule) => t(`messages.rule.${rule}`));
  const byCrm = membership?.byCrm ? [t('people.byCrm')] : [];
  const number = participant?.ownNumber ? [t('people.ownNumber')] : [];
  return [...owner, ...(owner.length > 0 ? reasons.filter((reason) => reason !== t('messages.rule.member')) : reasons), ...byCrm, ...number];
}

/** +7 912 ··· 40-17: enough to recognise a number, not to read it off a screen. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  if (digits.length < 9) return phone;
  const tail = digits.slice(-4);
  const head = digits.slice(0, digits.length - 10 + 3);
  const prefix = `+${head.slice(0, -3)} ${head.slice(-3)}`.replace('+ ', '+');
  return `${prefix} ··· ${tail.slice(0, 2)}-${tail.slice(2)}`.replaceAll(' ', '\u00A0');
}
