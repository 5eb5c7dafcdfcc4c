import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { en } from '@/app/i18n/en/en';
import { speak } from '@/app/i18n/i18n';
import { initialLanguage } from '@/app/i18n/language';
import { ru } from '@/app/i18n/ru/ru';
import { type Texts, typograph } from '@/app/i18n/typograph';

/** Everything that the app's sources say, save for the texts themselves. */
const sources = Object.values(
  import.meta.glob<string>(['../../../../src/Web/src/**/*.{ts,tsx}', '!**/i18n/ru/*', '!**/i18n/en/*'], { query: '?raw', import: 'default', eager: true }),
).join('\n');
const pluralEnding = /_(zero|one|two|few|many|other)$/;
const formsOf = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

const flat = (texts: Texts, path = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)));
const russian = new Map(flat(ru));
const english = new Map(flat(en));
const keysOf = (texts: Map<string, string>) => Array.from(new Set(Array.from(texts.keys(), (key) => key.replace(pluralEnding, '')))).sort();
const placeholdersOf = (text: string) => Array.from(text.matchAll(/\{\{(\w+)\}\}/g), ([, name]) => name).sort();

function placeholders(texts: Map<string, string>, key: string): string[] {
  const forms = Array.from(texts).filter(([name]) => name.replace(pluralEnding, '') === key);
  return Array.from(new Set(forms.flatMap(([, text]) => placeholdersOf(text)))).filter((name) => name !== undefined).sort();
}

function incompletePlurals(texts: Map<string, string>, language: string): string[] {
  const bases = new Set(Array.from(texts.keys()).filter((key) => pluralEnding.test(key)).map((key) => key.replace(pluralEnding, '')));
  return Array.from(bases).flatMap((base) => {
    const missing = formsOf(language).filter((form) => !texts.has(`${base}_${form}`));
    const needless = Array.from(texts.keys()).filter((key) => key.replace(pluralEnding, '') === base && !formsOf(language).some((form) => key === `${base}_${form}`));
    return [...missing.map((form) => `${base}_${form} is missing`), ...needless.map((key) => `${key} is never used`)];
  });
}

/** Everything in the sources that may name a text: whole strings, and strings with a gap for one or more words. */
function namesIn(text: string): { whole: Set<string>; patterns: RegExp[] } {
  const whole = new Set(Array.from(text.matchAll(/'([\w.]+)'/g), ([, name]) => name ?? ''));
  const gapped = Array.from(text.matchAll(/`([\w.]*\.?(?:\$\{[^`}]+\}[\w.]*)+)`/g), ([, name]) => name ?? '').filter((name) => /^\w+\.|^\w+\$/.test(name));
  return { whole, patterns: gapped.map((name) => new RegExp(`^${name.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[\\w.:]+')}$`)) };
}

describe('The texts', () => {
  test('every text exists in both languages', () => {
    const [inRussian, inEnglish] = [keysOf(russian), keysOf(english)];
    expect(inEnglish.filter((key) => !inRussian.includes(key)), 'not in Russian').toEqual([]);
    expect(inRussian.filter((key) => !inEnglish.includes(key)), 'not in English').toEqual([]);
  });

  test('both languages fill the same places', () => {
    const unlike = keysOf(russian).filter((key) => String(placeholders(russian, key)) !== String(placeholders(english, key)));
    expect(unlike).toEqual([]);
  });

  test('what is counted has every form that the language knows, and no other', () => {
    expect(incompletePlurals(russian, 'ru')).toEqual([]);
    expect(incompletePlurals(english, 'en')).toEqual([]);
  });

  test('every form of a plural has the same places, save for a «one» that needs no number', () => {
    const unlike = [...russian, ...english].filter(([key, text]) => {
      const base = key.replace(pluralEnding, '');
      if (base === key || key.endsWith('_one')) return false;
      const other = (russian.get(key) === text ? russian : english).get(`${base}_other`) ?? '';
      return String(placeholdersOf(text)) !== String(placeholdersOf(other));
    });
    expect(unlike).toEqual([]);
  });

  test('none is empty, has blanks at its ends or two in a row', () => {
    expect([...russian, ...english].filter(([, text]) => text !== text.trim() || text === '' || / {2}/.test(text))).toEqual([]);
  });

  test('no English text has Russian letters, save for the name of the language itself', () => {
    expect(Array.from(english).filter(([key, text]) => /[а-яё]/i.test(text) && key !== 'language.ru' && !key.includes('example'))).toEqual([]);
  });

  test('every text is used', () => {
    const { whole, patterns } = namesIn(sources);
    expect(keysOf(russian).filter((key) => !whole.has(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  test('every text that the sources name exists', () => {
    const named = new Set(Array.from(sources.matchAll(/(?<![\w.])t\('([\w.]+)'/g), ([, name]) => name ?? ''));
    const known = new Set(keysOf(russian));
    expect(named.size).toBeGreaterThan(100);
    expect(Array.from(named).filter((key) => !known.has(key))).toEqual([]);
  });
});

describe('Russian lines', () => {
  const bound = (text: string) => typograph(text).replaceAll('\u00A0', '~');

  test.each([
    ['Добавьте гостя в чат', 'Добавьте гостя в~чат'],
    ['и в том, что не так', 'и~в~том, что~не~так'],
    ['слово – дело', 'слово~– дело'],
    ['ещё {{count}} минут', 'ещё {{count}}~минут'],
    ['заявка', 'заявка'],
  ])('%j is bound as %j', (text, expected) => expect(bound(text)).toBe(expected));

  test('a Russian text reaches the page bound', () => {
    expect(i18next.t('notFound.text')).toContain('\u00A0');
  });
});

describe('The language', () => {
  test('is the one that was chosen on this device, else the browser’s, else Russian', async () => {
    expect(initialLanguage()).toBe('ru');
    localStorage.clear();
    expect(initialLanguage()).toBe('en');
    await speak('ru');
    expect(initialLanguage()).toBe('ru');
    localStorage.setItem('clientchats.language', 'klingon');
    expect(initialLanguage()).toBe('en');
  });

  test('changes the words and tells the page', async () => {
    await speak('en');
    expect([i18next.t('do.cancel'), document.documentElement.lang]).toEqual(['Cancel', 'en']);
    await speak('ru');
    expect([i18next.t('do.cancel'), document.documentElement.lang]).toEqual(['Отмена', 'ru']);
  });

  test('names of people pass unchanged, whatever they contain', () => {
    expect(i18next.t('nav.account', { name: '<b>О’Нил & {{count}}</b>' })).toContain('<b>О’Нил & {{count}}</b>');
  });
});
