import { asProblem } from '@/api/problem';
import { useProblemText } from '@/app/useProblemText';
import { Notice } from './Notice';

/** What went wrong with a form as a whole; what concerns one field stands under that field. */
export function FormProblem({ error, fields = [] }: { error: unknown; fields?: string[] }) {
  const text = useProblemText(error);
  const named = Object.keys(asProblem(error)?.fields ?? {});
  const allShown = named.length > 0 && named.every((name) => fields.includes(name));
  if (!text || allShown) return null;
  return (
    <Notice tone="danger" role="alert">
      {text}
    </Notice>
  );
}
