import type { TFunction } from 'i18next';
import { asProblem } from '@/api/problem';
import { makeWords } from './i18n/words';

/** What to tell a person about a failed request. The server's own sentence comes first. */
export function problemText(error: unknown, t: TFunction, language: string): string | undefined {
  if (!error) return undefined;
  const problem = asProblem(error);
  if (!problem) return t('problem.unknown');
  if (problem.status === 0) return t('problem.network');
  if (problem.status === 429 && problem.retryAfter !== undefined) {
    return t('problem.rate', { duration: makeWords(t, language).duration(problem.retryAfter * 1000) });
  }
  if (problem.status === 412) return t('problem.stale');
  if (problem.title) return problem.title;
  return problem.isUnreachable ? t('problem.network') : t('problem.unknown');
}

/** The first message of each field, by the names that the form uses. */
export function fieldProblems(error: unknown, rename: Record<string, string> = {}): Record<string, string> {
  const fields = asProblem(error)?.fields ?? {};
  const named = Object.entries(fields).map(([field, problems]): [string, string] => [rename[field] ?? field, problems[0]?.message ?? '']);
  return Object.fromEntries(named.filter(([, message]) => message !== ''));
}
