import type { Row } from './rows';

export type VirtualStart = { firstKey: string | undefined; index: number };

const origin = 1_000_000;

/**
 * The list keeps its reading place when rows come in above only if the index of its first row goes down by their number.
 * A list that has nothing in common with the one before starts afresh.
 */
export function nextStart(previous: VirtualStart | undefined, rows: Row[]): VirtualStart {
  const firstKey = rows[0]?.key;
  if (!previous?.firstKey) return { firstKey, index: origin };
  const shift = rows.findIndex((row) => row.key === previous.firstKey);
  return shift < 0 ? { firstKey, index: origin } : { firstKey, index: previous.index - shift };
}
