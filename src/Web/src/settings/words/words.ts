import type { WordKind, WordLine } from '@/api/types';
import { fold } from '@/ui/fold';

export const wordKinds: WordKind[] = ['abbreviation', 'longWord', 'unreadable', 'general', 'work', 'jobTitle', 'firstName', 'legalForm', 'capitals', 'brand'];

/** Kinds of words that say what to write instead, or for a first name how else it is written. */
export const kindsWithValue: WordKind[] = ['abbreviation', 'longWord', 'unreadable', 'firstName'];

export function sameWord(one: WordLine, other: WordLine): boolean {
  const exact = one.kind === 'abbreviation' || one.kind === 'capitals';
  return one.kind === other.kind && (exact ? one.word === other.word : fold(one.word) === fold(other.word));
}

export function withWord(items: WordLine[], line: WordLine, instead?: WordLine): WordLine[] {
  return [...items.filter((item) => !sameWord(item, line) && !(instead && sameWord(item, instead))), line];
}

export function withoutWord(items: WordLine[], line: WordLine): WordLine[] {
  return items.filter((item) => !sameWord(item, line));
}

export function foundWords(items: WordLine[], query: string, kind: WordKind | 'all' | 'own'): WordLine[] {
  const sought = fold(query.trim());
  return items.filter((item) => (kind === 'all' || (kind === 'own' ? item.isOwn : item.kind === kind)) && (fold(item.word).includes(sought) || fold(item.value ?? '').includes(sought)));
}

/** A dictionary as a table that spreadsheets open: kind, word, value. */
export function wordsToCsv(items: WordLine[]): string {
  const rows = [['kind', 'word', 'value'], ...items.map(({ kind, word, value }) => [kind, word, value ?? ''])];
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

/** The words of such a table, with commas or semicolons; a line that is no word is counted and left out. */
export function wordsFromCsv(text: string): { words: WordLine[]; unread: number } {
  const words: WordLine[] = [];
  let unread = 0;
  for (const row of rowsOf(text.replace(/^\uFEFF/, ''))) {
    const [kind = '', word = '', value = ''] = row.map((cell) => cell.trim().replace(/^'(?=[=+\-@])/, ''));
    if (kind === '' && word === '') continue;
    if (kind === 'kind') continue;
    if (wordKinds.includes(kind as WordKind) && word !== '') words.push({ kind: kind as WordKind, word, ...(value !== '' && { value }) });
    else unread += 1;
  }
  return { words, unread };
}

function quoted(cell: string): string {
  const safe = /^[=+\-@]/.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function rowsOf(text: string): string[][] {
  const separator = (text.split(/\r?\n/, 1)[0] ?? '').includes(';') ? ';' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let inQuotes = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (inQuotes) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else inQuotes = false;
    } else if (sign === '"') inQuotes = true;
    else if (sign === separator) endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
