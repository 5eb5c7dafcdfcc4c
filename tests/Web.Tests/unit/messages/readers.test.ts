import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import type { SystemFact, Viewer } from '@/api/types';
import { makeWords } from '@/app/i18n/words';
import { readersLine } from '@/messages/composer/readers';
import { systemText } from '@/messages/systemText';
import { byElena, byMaria, byNikolai } from '../cast';

const { t } = i18next;
const plain = (text: string) => text.replaceAll('\u00A0', ' ');
const employee = (id: string): Viewer => ({ participantId: id, memberId: id, displayName: id, isClient: false });
const guest = (name: string): Viewer => ({ participantId: name, memberId: name, displayName: name, isClient: true });
const outside = (name: string): Viewer => ({ participantId: name, displayName: name, isClient: true });
const line = (items: Viewer[], isGuest = false, more: object = {}) => {
  const { tone, text } = readersLine({ items, ...more }, { participantId: 'nikolai', isGuest }, t, makeWords(t, 'ru'), (name) => name);
  return `${tone}: ${plain(text)}`;
};

describe('Who will read what one is about to write', () => {
  test('without clients it is calm', () => {
    expect(line([employee('nikolai')])).toBe('neutral: Пока прочтёте только вы');
    expect(line([employee('nikolai'), employee('elena')])).toBe('neutral: Прочтёт elena');
    expect(line([employee('nikolai'), employee('elena'), employee('oleg')])).toBe('neutral: Только сотрудники: 3');
  });

  test('one client is named, as guest or from outside', () => {
    expect(line([employee('nikolai'), guest('Мария Ким')])).toBe('client: Прочтёт гость: Мария Ким');
    expect(line([employee('nikolai'), outside('Мария Ким')])).toBe('client: Прочтёт клиент: Мария Ким');
  });

  test('a few clients are counted and named, beside the employees', () => {
    expect(line([employee('nikolai'), employee('elena'), guest('Мария Ким'), guest('Пётр Лис')])).toBe('client: Прочтут 2 гостя: Мария Ким, Пётр Лис и 2 сотрудника');
  });

  test('many are only counted', () => {
    const clients = ['А', 'Б', 'В', 'Г', 'Д'].map(outside);
    expect(line([employee('nikolai'), ...clients])).toBe('client: Прочтут 5 клиентов и 1 сотрудник');
  });

  test('namesakes keep their last names', () => {
    expect(line([employee('nikolai'), employee('elena'), guest('Анна Ким'), guest('Анна Лис'), guest('Пётр Лис')])).toContain('Анна Ким, Анна Лис, Пётр Лис');
  });
});

describe('A guest', () => {
  const maria = (items: Viewer[], more: object = {}) => readersLine({ items, ...more }, { participantId: 'maria', isGuest: true }, t, makeWords(t, 'ru'), (text) => text);

  test('gets names and never a number, which would give observers away', () => {
    const { text } = maria([guest('maria'), employee('Елена'), employee('Олег')], { clients: 1, employees: 7 });
    expect(plain(text)).toBe('Прочтут Елена и Олег');
    expect(text).not.toMatch(/\d/);
  });

  test('is told in constant words that the company oversees its chats', () => {
    expect(plain(maria([guest('maria'), employee('Елена')], { oversight: true }).text)).toBe('Прочтут Елена и руководители компании');
  });
});

describe('What happened in the chat', () => {
  const said = (fact: SystemFact, forGuest = false, since?: string) => plain(systemText(fact, t, { forGuest, name: (name) => name, since }));

  test('says to the company what a new guest gets to see', () => {
    expect(said({ type: 'added', by: byNikolai, person: byMaria, history: 'all' }, false, '12 октября')).toBe('Новый гость: Мария Ким, открыта вся история с 12 октября · Николай Орлов');
    expect(said({ type: 'added', by: byNikolai, person: byMaria, history: 'fromNow' })).toBe('Новый гость: Мария Ким, видит только новое · Николай Орлов');
  });

  test('says to a guest only who is there', () => {
    expect(said({ type: 'added', by: byNikolai, person: byMaria, history: 'fromNow' }, true)).toBe('Мария Ким теперь в чате');
  });

  test('a handover names the one before to the company only', () => {
    const handover: SystemFact = { type: 'handedOver', to: { memberId: 'elena', displayName: 'Елена Белова' }, from: { memberId: 'nikolai', displayName: 'Николай Орлов' } };
    expect(said(handover)).toContain('Прежний ответственный: Николай Орлов');
    expect(said(handover, true)).toBe('Теперь ваш проект ведёт Елена Белова.');
    expect(said({ type: 'handedOver' }, true)).toBe('Ответственный сменился.');
  });

  test('who left by himself is not said to have done it to himself', () => {
    expect(said({ type: 'removed', by: byElena, person: byElena })).toBe('Елена Белова больше не в чате');
  });
});
