import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { useWords } from '@/app/i18n/useWords';
import { FormProblem } from '@/ui/FormProblem';
import { Notice } from '@/ui/Notice';

export function SignInProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const words = useWords();
  const problem = asProblem(error);

  if (problem?.status === 429 && problem.retryAfter !== undefined) {
    return (
      <Notice tone="warn" role="alert">
        {t('session.signIn.wait', { duration: words.duration(problem.retryAfter * 1000) })}
      </Notice>
    );
  }
  return <FormProblem error={error} fields={['email', 'password']} />;
}
