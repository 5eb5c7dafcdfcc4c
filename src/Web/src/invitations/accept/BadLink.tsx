import { Button } from '@mantine/core';
import { IconCircleCheck, IconClockX, IconLinkOff, IconMailForward } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { asProblem } from '@/api/problem';
import { longDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { ErrorState } from '@/ui/ErrorState';
import { FormProblem } from '@/ui/FormProblem';
import { StateView } from '@/ui/StateView';
import { LinkButton } from '@/ui/LinkButton';

/** A link that does not open anything any more says which way leads on. */
export function BadLink({ token, error, onRetry }: { token: string; error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  const problem = asProblem(error);

  if (problem && ![404, 410, 422].includes(problem.status)) return <ErrorState error={error} what={t('what.page')} onRetry={onRetry} />;
  if (problem?.code === 'invitations.expired') return <ExpiredLink token={token} expiresAt={problem.extensions.expiresAt} />;
  if (problem?.code === 'invitations.used') {
    return (
      <StateView heading="h1" icon={IconCircleCheck} tone="ok" title={t('session.accept.used')} text={t('session.accept.usedText')}>
        <LinkButton to="/sign-in">
          {t('session.signIn.submit')}
        </LinkButton>
      </StateView>
    );
  }
  if (problem?.code === 'invitations.replaced') {
    return <StateView heading="h1" icon={IconMailForward} title={t('session.accept.replaced')} text={t('session.accept.replacedText')} />;
  }
  return <StateView heading="h1" icon={IconLinkOff} title={t('session.accept.bad')} text={t('session.accept.badText')} />;
}

function ExpiredLink({ token, expiresAt }: { token: string; expiresAt: unknown }) {
  const { t } = useTranslation();
  const reader = useDateReader();
  const ask = useMutation({ mutationFn: () => api.post('/invitations/ask', { token }) });
  const title = typeof expiresAt === 'string' ? t('session.accept.expired', { date: longDay(expiresAt, reader) }) : t('session.accept.expiredTitle');

  return (
    <>
      <StateView
        heading="h1"
        role="status"
        icon={ask.isSuccess ? IconMailForward : IconClockX}
        tone={ask.isSuccess ? 'ok' : 'neutral'}
        title={title}
        text={ask.isSuccess ? t('session.accept.asked') : t('session.accept.expiredText')}
      >
        {!ask.isSuccess && (
          <Button loading={ask.isPending} onClick={() => ask.mutate()}>
            {t('session.accept.ask')}
          </Button>
        )}
      </StateView>
      <FormProblem error={ask.error} />
    </>
  );
}
