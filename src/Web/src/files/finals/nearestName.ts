import { fold } from '@/ui/fold';

const alikeEnough = 0.5;

/** The name that is most like this one, where any is: «Договор v3.pdf» for «Договор v4 правки.pdf». */
export function nearestName<T>(name: string, others: T[], nameOf: (other: T) => string): T | undefined {
  const wanted = pairsOf(name);
  const scored = others.map((other) => ({ other, score: likeness(wanted, pairsOf(nameOf(other))) })).sort((one, another) => another.score - one.score);
  const [best] = scored;
  return best && best.score >= alikeEnough ? best.other : undefined;
}

/** Twice what two names share, by all that they have: one for the same, none for nothing in common. */
function likeness(one: string[], other: string[]): number {
  const left = [...other];
  const shared = one.filter((pair) => {
    const index = left.indexOf(pair);
    if (index < 0) return false;
    left.splice(index, 1);
    return true;
  });
  return one.length + other.length === 0 ? 0 : (2 * shared.length) / (one.length + other.length);
}

/** Neighbouring letters of the words that tell files apart; numbers, dates and the extension tell versions apart. */
function pairsOf(name: string): string[] {
  const words = fold(name.replace(/\.[^.]{1,8}$/, '')).replace(/(?<![\p{L}])(v|в|версия|ver|final|финал|итог)(?![\p{L}])/gu, ' ').match(/\p{L}+/gu) ?? [];
  return words.flatMap((word) => Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(at, at + 2)));
}
