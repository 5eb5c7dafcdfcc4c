import type { TFunction } from 'i18next';
import type { SystemFact } from '@/api/types';

export type SystemWords = { forGuest: boolean; name: (name: string) => string; since: string | undefined };

/** What happened, said without past tense for people and without declined names. */
export function systemText(fact: SystemFact, t: TFunction, { forGuest, name, since }: SystemWords): string {
  const person = name(fact.person?.displayName ?? '');
  const by = fact.by && !forGuest && fact.by.participantId !== fact.person?.participantId ? fact.by.displayName : undefined;
  const signed = (text: string) => (by ? t('messages.system.by', { text, by }) : text);

  switch (fact.type) {
    case 'created':
      return signed(t(fact.kind === 'channel' ? 'channels.system.created' : 'messages.system.created'));
    case 'joined':
      return fact.person?.isClient ? addedText(fact, t, person, { forGuest, since }) : t('channels.system.joined', { name: person });
    case 'becameChannel':
    case 'becamePublic':
    case 'becamePrivate':
      return signed(t(`channels.system.${fact.type}`));
    case 'administratorAppointed':
    case 'administratorDismissed':
      return signed(t(`channels.system.${fact.type}`, { name: person }));
    case 'added':
      return signed(addedText(fact, t, person, { forGuest, since }));
    case 'removed':
      return signed(t('messages.system.removed', { name: person }));
    case 'left':
      return t('messages.system.removed', { name: person });
    case 'renamed':
      return signed(t('messages.system.renamed', { name: name(fact.name ?? '') }));
    case 'handedOver':
      return handedOverText(fact, t, name, forGuest);
    case 'ownerChanged':
      return t('messages.system.ownerChanged', { name: name(fact.to?.displayName ?? fact.person?.displayName ?? '') });
  }
}

function addedText(fact: SystemFact, t: TFunction, name: string, { forGuest, since }: Pick<SystemWords, 'forGuest' | 'since'>): string {
  const isNewGuest = fact.type === 'added' && fact.person?.isClient && fact.person.memberId && !forGuest;
  if (!isNewGuest) return t('messages.system.added', { name });
  if (fact.history === 'fromNow') return t('messages.system.guestAddedFromNow', { name });
  return since ? t('messages.system.guestAddedSince', { name, date: since }) : t('messages.system.guestAdded', { name });
}

function handedOverText({ to, from }: SystemFact, t: TFunction, name: (name: string) => string, forGuest: boolean): string {
  if (!to) return t('messages.system.handedOverNobody');
  if (forGuest) return t('messages.system.handedOverGuest', { to: name(to.displayName) });
  if (!from) return t('messages.system.handedOver', { to: name(to.displayName) });
  return t('messages.system.handedOverFrom', { to: name(to.displayName), from: name(from.displayName) });
}
