import { asProblem } from '@/api/problem';

/** The server's first sentence about a word that it does not take. */
export function firstSentenceOf(error: unknown): string | undefined {
  return Object.values(asProblem(error)?.fields ?? {})[0]?.[0]?.message;
}

/** What the server says about which of the words that were sent. */
export function sentencesOf(error: unknown): { index: number; message: string }[] {
  return Object.entries(asProblem(error)?.fields ?? {}).flatMap(([field, [first]]) => {
    const index = /^items\[(\d+)\]/.exec(field)?.[1];
    return index !== undefined && first ? [{ index: Number(index), message: first.message }] : [];
  });
}
