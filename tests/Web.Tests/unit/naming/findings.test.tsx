import i18next from 'i18next';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Convention, Finding, NameCheck } from '@/api/types';
import { applyFinding, markFindings } from '@/naming/applyFinding';
import { NameFindings } from '@/naming/NameFindings';
import { partsOf, patternWords } from '@/naming/patternWords';
import { conventionProblem, withDefault, withoutConvention, withPart } from '@/settings/naming/conventionDrafts';

const finding = (change: Partial<Finding>): Finding => ({ code: 'name.abbreviation', severity: 'warning', start: 0, length: 2, message: 'Непонятное сокращение.', ...change });

afterEach(cleanup);

describe('A fix', () => {
  test('stands where the finding is', () => {
    expect(applyFinding('МП | Вектор', finding({ suggestion: 'Моб. прил.' }))).toBe('Моб. прил. | Вектор');
  });

  test('may put something in or take something out', () => {
    expect(applyFinding('КлиентЗадача', finding({ start: 6, length: 0, suggestion: ' | ' }))).toBe('Клиент | Задача');
    expect(applyFinding('Сайт\u200B', finding({ start: 4, length: 1, suggestion: '' }))).toBe('Сайт');
  });

  test('counts signs beyond the basic plane as the server does', () => {
    expect(applyFinding('🚀 МП', finding({ start: 3, length: 2, suggestion: 'Моб. прил.' }))).toBe('🚀 Моб. прил.');
  });

  test('leaves a name alone that has changed meanwhile', () => {
    expect(applyFinding('М', finding({ suggestion: 'Моб. прил.' }))).toBe('М');
    expect(applyFinding('Сайт', finding({}))).toBe('Сайт');
  });
});

describe('Marks in the name', () => {
  const marksOf = (name: string, findings: Finding[]) => markFindings(name, findings).map(({ text, severity }) => `${text}:${severity ?? ''}`);

  test('stand on the words they are about', () => {
    expect(marksOf('МП | Вектор', [finding({})])).toEqual(['МП:warning', ' | Вектор:']);
  });

  test('the gravest wins where several lie on one word', () => {
    expect(marksOf('МП', [finding({ severity: 'hint' }), finding({ severity: 'error' }), finding({})])).toEqual(['МП:error']);
  });

  test('overlapping ones cut the name in pieces, none of which is lost', () => {
    const marked = markFindings('Сайт Вектор', [finding({ start: 0, length: 7 }), finding({ start: 5, length: 6, severity: 'error' })]);
    expect(marked.map(({ text }) => text).join('')).toBe('Сайт Вектор');
    expect(marked.map(({ severity }) => severity)).toEqual(['warning', 'error', 'error']);
  });

  test('ones that lie outside a name that was shortened do no harm', () => {
    expect(marksOf('Са', [finding({ start: 5, length: 6 }), finding({ start: 1, length: 9 })])).toEqual(['С:', 'а:warning']);
  });

  test('an empty name has no pieces', () => expect(markFindings('', [finding({})])).toEqual([]));
});

describe('The list of findings', () => {
  const show = (name: string, check: Partial<NameCheck>) => {
    const onChange = vi.fn();
    render(<MantineProvider><NameFindings name={name} check={{ findings: [], length: name.length, maxLength: 100, ...check }} onChange={onChange} /></MantineProvider>);
    return onChange;
  };

  test('a good name is called good', () => {
    show('Сайт | Вектор', {});
    expect(screen.getByRole('status').textContent).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('says the sentence of the server and puts its suggestion in at a press', async () => {
    const onChange = show('МП | Вектор', { findings: [finding({ suggestion: 'Моб. прил.' })] });
    expect(screen.getByText('Непонятное сокращение.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button'));
    expect(onChange).toHaveBeenCalledWith('Моб. прил. | Вектор');
  });

  test('offers everything at once where the server knows the whole name', async () => {
    const onChange = show('МП Вектор', { findings: [finding({}), finding({ start: 3, length: 6 })], suggestion: 'Моб. прил. | Вектор' });
    await userEvent.click(screen.getByRole('button'));
    expect(onChange).toHaveBeenCalledWith('Моб. прил. | Вектор');
  });

  test('a finding without a suggestion has no button', () => {
    show('Клиент', { findings: [finding({ code: 'name.tooGeneral', length: 6 })] });
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('what a name contains is text, never markup', () => {
    show('x', { findings: [finding({ message: '<img src=x onerror=alert(1)>' })], suggestion: '<b>жирный</b>' });
    expect(document.querySelector('img')).toBeNull();
    expect(document.body.textContent).toContain('<b>жирный</b>');
  });
});

describe('Patterns of names', () => {
  const convention = (change: Partial<Convention>): Convention => ({ id: 'a', pattern: '{project} | {client}', separator: '|', isDefault: true, parts: ['project', 'client'], ...change });

  test('read as people say them', () => {
    expect(patternWords('{project} | {client}', i18next.t)).toBe('Проект | Клиент');
    expect(patternWords('{oops} | {client}', i18next.t)).toBe('{oops} | Клиент');
  });

  test('only known parts count', () => expect(partsOf('{project} / {oops} / {responsible}')).toEqual(['project', 'responsible']));

  test('one without parts, or without its separator between them, is not ready', () => {
    expect(conventionProblem(convention({}))).toBeUndefined();
    expect(conventionProblem(convention({ pattern: 'Просто слова' }))).toBe('noParts');
    expect(conventionProblem(convention({ pattern: '{project} {client}' }))).toBe('noSeparator');
    expect(conventionProblem(convention({ pattern: '{client}' }))).toBeUndefined();
  });

  test('a part is added behind the separator', () => {
    expect(withPart('', '|', 'project')).toBe('{project}');
    expect(withPart('{project} ', '|', 'client')).toBe('{project} | {client}');
  });

  test('there is always one default as long as there is a pattern at all', () => {
    const items = [convention({}), convention({ id: 'b', isDefault: false }), convention({ id: 'c', isDefault: false })];
    expect(withoutConvention(items, 'a').filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual(['b']);
    expect(withoutConvention(items, 'b').filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual(['a']);
    expect(withDefault(items, 'c').filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual(['c']);
    expect(withoutConvention([convention({})], 'a')).toEqual([]);
  });
});
