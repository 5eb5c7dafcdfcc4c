import type { UseFormReturnType } from '@mantine/form';
import { fieldProblems } from '@/app/problemText';

/** Puts the server's findings under their fields and moves to the first of them. */
export function showFieldProblems<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  error: unknown,
  rename?: Record<string, string>,
): void {
  const problems = fieldProblems(error, rename);
  const known = Object.keys(form.getValues());
  const shown = Object.fromEntries(Object.entries(problems).filter(([field]) => known.includes(field)));
  form.setErrors(shown);
  focusFirst(form, Object.keys(shown));
}

export function focusFirst<Values extends Record<string, unknown>>(form: UseFormReturnType<Values>, wrong: string[]): void {
  const first = Object.keys(form.getValues()).find((field) => wrong.includes(field));
  if (first) window.setTimeout(() => form.getInputNode(first)?.focus());
}
