import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { Viewers } from '@/api/types';
import { MessageText } from '@/messages/log/MessageText';
import { callsMe, candidatesFor, mentionQueryAt } from '@/messages/mentions/mention';

afterEach(cleanup);

const viewers: Viewers = {
  items: [
    { participantId: 'me', displayName: 'Ольга Белова', isClient: false },
    { participantId: 'a', displayName: 'Артём Ежов', isClient: false },
    { participantId: 'm', displayName: 'Мария Иванова', isClient: true },
  ],
  clients: 1,
  employees: 2,
};
const everyone = { name: 'Все в чате', word: 'все' };

describe('Whom one is about to call', () => {
  test.each([
    ['@', { start: 0, typed: '' }],
    ['Спросите @Мар', { start: 9, typed: 'Мар' }],
    ['Спросите @Мария Ив', { start: 9, typed: 'Мария Ив' }],
    ['(@ар', { start: 1, typed: 'ар' }],
    ['me@example', undefined],
    ['t.me/@ив', undefined],
    ['@Мария, вы', undefined],
    ['@Мария Иванова и', undefined],
    ['нет', undefined],
  ])('%s', (text, query) => expect(mentionQueryAt(text, text.length)).toEqual(query));

  test('clients come first, oneself never, everybody last', () => {
    expect(candidatesFor('', viewers, 'me', everyone).map(({ id }) => id)).toEqual(['m', 'a', 'everyone']);
    expect(candidatesFor('артем', viewers, 'me', everyone).map(({ id }) => id)).toEqual(['a']);
    expect(candidatesFor('ив', viewers, 'me', everyone).map(({ id }) => id)).toEqual(['m']);
    expect(candidatesFor('вс', viewers, 'me', everyone).map(({ text }) => text)).toEqual(['все']);
    expect(candidatesFor('вс', viewers, 'me', undefined)).toEqual([]);
  });

  test('a message calls me by name or with everybody, and my own never does', () => {
    const author = { participantId: 'a', displayName: 'Артём Ежов', isClient: false };
    expect(callsMe({ author, mentions: [{ participantId: 'me', start: 0, length: 3 }] }, 'me')).toBe(true);
    expect(callsMe({ author, mentions: [{ start: 0, length: 4 }] }, 'me')).toBe(true);
    expect(callsMe({ author, mentions: [{ participantId: 'm', start: 0, length: 3 }] }, 'me')).toBe(false);
    expect(callsMe({ author: { ...author, participantId: 'me' }, mentions: [{ start: 0, length: 4 }] }, 'me')).toBe(false);
    expect(callsMe({ author }, 'me')).toBe(false);
  });
});

describe('A call in a message', () => {
  test('is marked where it stands, and mine more strongly', () => {
    const text = '`@Ежов` **@Ежов**, спросите @Ольга Белова\nили me@example.com и @все';
    const at = (said: string) => ({ start: text.lastIndexOf(said), length: said.length });
    const { container } = render(
      <MessageText text={text} meId="me" mentions={[{ participantId: 'a', ...at('@Ежов') }, { participantId: 'me', ...at('@Ольга Белова') }, at('@все')]} />,
    );
    const marks = Array.from(container.querySelectorAll('mark'), (mark) => [mark.textContent, mark.dataset['mine'] ?? '', mark.parentElement?.tagName]);
    expect(marks).toEqual([
      ['@Ежов', '', 'STRONG'],
      ['@Ольга Белова', 'true', 'P'],
      ['@все', 'true', 'P'],
    ]);
    expect(container.querySelector('code')?.textContent).toBe('@Ежов');
  });
});
