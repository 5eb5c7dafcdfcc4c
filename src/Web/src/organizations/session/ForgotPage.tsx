import { Button, TextInput } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import { FrontDoor } from '@/app/shell/FrontDoor';
import { FrontForm, FrontLead, FrontTitle } from '@/app/shell/FrontText';
import { fieldProblems } from '@/app/problemText';
import { FormProblem } from '@/ui/FormProblem';
import { StateView } from '@/ui/StateView';
import { LinkAnchor } from '@/ui/LinkButton';

export function ForgotPage() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [missing, setMissing] = useState(false);
  const ask = useMutation({ mutationFn: () => api.post('/password-resets', { email: email.trim() }) });

  const submit = () => {
    setMissing(!email.trim());
    if (email.trim()) ask.mutate();
  };
  const back = (
    <LinkAnchor to="/sign-in" size="sm">
      {t('session.forgot.back')}
    </LinkAnchor>
  );

  return (
    <FrontDoor title={t('session.forgot.title')} brand={t('app.name')}>
      {ask.isSuccess ? (
        <StateView heading="h1" role="status" icon={IconMailForward} tone="ok" title={t('session.forgot.sent')} text={t('session.forgot.sentText', { email: email.trim() })}>
          {back}
        </StateView>
      ) : (
        <>
          <FrontTitle>{t('session.forgot.title')}</FrontTitle>
          <FrontLead>{t('session.forgot.text')}</FrontLead>
          <FrontForm onSubmit={submit}>
            <TextInput
              label={t('session.signIn.email')}
              type="email"
              autoComplete="username"
              maxLength={254}
              autoFocus
              value={email}
              error={missing ? t('problem.required') : fieldProblems(ask.error).email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <FormProblem error={ask.error} fields={['email']} />
            <Button type="submit" size="md" loading={ask.isPending}>
              {t('session.forgot.submit')}
            </Button>
          </FrontForm>
          {back}
        </>
      )}
    </FrontDoor>
  );
}
