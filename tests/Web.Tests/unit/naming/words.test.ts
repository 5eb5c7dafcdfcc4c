import { describe, expect, test } from 'vitest';
import type { WordLine } from '@/api/types';
import { foundWords, sameWord, withoutWord, withWord, wordsFromCsv, wordsToCsv } from '@/settings/words/words';

const mp: WordLine = { kind: 'abbreviation', word: 'МП', value: 'Моб. прил.' };
const anna: WordLine = { kind: 'firstName', word: 'Анна', value: 'Аня, Анюта' };
const quotedWord: WordLine = { kind: 'brand', word: 'Ёлки "5"', isOwn: true };

describe('A dictionary as a table', () => {
  test('comes back as it went', () => {
    const words = [mp, anna, { kind: 'brand', word: 'Ёлки "5"' } as WordLine];
    expect(wordsFromCsv(wordsToCsv(words))).toEqual({ words, unread: 0 });
  });

  test('never begins a cell as a formula does', () => {
    const text = wordsToCsv([{ kind: 'abbreviation', word: 'X', value: '=HYPERLINK("http://example.com")' }]);
    expect(text).toContain(`"'=HYPERLINK`);
    expect(wordsFromCsv(text).words[0]?.value).toBe('=HYPERLINK("http://example.com")');
  });

  test.each([
    ['kind;word;value\r\ngeneral;Дело;\r\n', 1, 0],
    ['general,Дело\ngeneral,"Дело\nв шляпе"', 2, 0],
    ['чужое,Дело,\nbrand,,\n\nbrand,Маяк', 1, 2],
    ['', 0, 0],
  ])('%j', (text, words, unread) => {
    const read = wordsFromCsv(text);
    expect([read.words.length, read.unread]).toEqual([words, unread]);
  });
});

describe('The words of a dictionary', () => {
  test('are the same without case where case means nothing', () => {
    expect(sameWord(anna, { kind: 'firstName', word: 'анна' })).toBe(true);
    expect(sameWord(mp, { kind: 'abbreviation', word: 'мп' })).toBe(false);
    expect(sameWord(mp, { kind: 'capitals', word: 'МП' })).toBe(false);
  });

  test('a changed one stands in the place of the former one', () => {
    const items = [mp, anna];
    expect(withWord(items, { kind: 'abbreviation', word: 'МПР', value: 'Моб. прил.' }, mp)).toEqual([anna, { kind: 'abbreviation', word: 'МПР', value: 'Моб. прил.' }]);
    expect(withoutWord(items, anna)).toEqual([mp]);
  });

  test('are found by the word and by what is better, of one kind or one’s own', () => {
    const items = [mp, anna, quotedWord];
    expect(foundWords(items, 'елки', 'all')).toEqual([quotedWord]);
    expect(foundWords(items, 'прил', 'all')).toEqual([mp]);
    expect(foundWords(items, '', 'firstName')).toEqual([anna]);
    expect(foundWords(items, '', 'own')).toEqual([quotedWord]);
  });
});
