import type { Highlight } from '@/api/types';
import classes from './SearchPane.module.css';

/** A text with what was found in it. */
export function Highlighted({ text, highlights }: { text: string; highlights: Highlight[] }) {
  return <>{partsOf(text, highlights).map(({ at, part, found }) => (found ? <mark key={at} className={classes.mark}>{part}</mark> : part))}</>;
}

export function partsOf(text: string, highlights: Highlight[]): { at: number; part: string; found: boolean }[] {
  const parts: { at: number; part: string; found: boolean }[] = [];
  let at = 0;
  for (const { start, length } of highlights) {
    if (start > at) parts.push({ at, part: text.slice(at, start), found: false });
    parts.push({ at: start, part: text.slice(start, start + length), found: true });
    at = start + length;
  }
  if (at < text.length) parts.push({ at, part: text.slice(at), found: false });
  return parts;
}
