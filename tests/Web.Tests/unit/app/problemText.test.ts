import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { Problem, readRetryAfter } from '@/api/problem';
import { speak } from '@/app/i18n/i18n';
import { fieldProblems, problemText } from '@/app/problemText';

const said = (error: unknown) => problemText(error, i18next.t, i18next.language)?.replaceAll('\u00A0', ' ');

describe('What a person is told', () => {
  test("the server's own sentence comes first", () => {
    expect(said(new Problem(409, { code: 'conversations.lastEmployee', title: 'В чате с гостями должен остаться сотрудник.' }))).toBe('В чате с гостями должен остаться сотрудник.');
  });

  test.each([
    [new Problem(0), 'Сервер не ответил. Проверьте связь и попробуйте ещё раз.'],
    [new Problem(502), 'Сервер не ответил. Проверьте связь и попробуйте ещё раз.'],
    [new Problem(500), 'Не получилось. Попробуйте ещё раз.'],
    [new Error('x is not a function'), 'Не получилось. Попробуйте ещё раз.'],
    [new Problem(412, { title: 'Precondition Failed' }), 'Пока вы правили, это уже изменили. Посмотрите, что нового, и сохраните ещё раз.'],
    [new Problem(429, { title: 'Too many' }, 30), 'Слишком часто. Продолжим через 30 секунд.'],
    [new Problem(429, { title: 'Too many' }, 61), 'Слишком часто. Продолжим через 61 секунду.'],
  ])('%s is «%s»', (error, sentence) => expect(said(error)).toBe(sentence));

  test('nothing happened, nothing is said', () => {
    expect([said(undefined), said(null)]).toEqual([undefined, undefined]);
  });

  test('in the language of the page', async () => {
    await speak('en');
    expect(said(new Problem(429, {}, 120))).toContain('2 minutes');
  });

  test('no code and no stack reaches the page', () => {
    expect(said(new Problem(403, { code: 'chats.mayNotRename' }))).not.toMatch(/chats|mayNot|403/);
  });
});

describe('Problems of fields', () => {
  const problem = new Problem(400, { errors: { email: [{ code: 'a', message: 'Такого адреса не бывает.' }, { code: 'b', message: 'Второе' }], newPassword: [{ code: 'c', message: 'Слишком короткий.' }], empty: [] } });

  test('each field gets its first sentence, by the name that the form uses', () => {
    expect(fieldProblems(problem, { newPassword: 'password' })).toEqual({ email: 'Такого адреса не бывает.', password: 'Слишком короткий.' });
  });

  test('other errors have none', () => expect(fieldProblems(new Error())).toEqual({}));
});

describe('How long to wait', () => {
  const now = Date.parse('2026-11-17T07:00:00Z');
  test.each([
    ['30', 30],
    ['0', 0],
    ['-5', 0],
    ['Tue, 17 Nov 2026 07:01:00 GMT', 60],
    ['Tue, 17 Nov 2026 06:00:00 GMT', 0],
    ['soon', undefined],
    [null, undefined],
  ])('%s is %s seconds', (header, seconds) => expect(readRetryAfter(header, now)).toBe(seconds));
});
