import { Button } from '@mantine/core';
import { IconLinkOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetAntiforgery } from '@/api/antiforgery';
import { api } from '@/api/client';
import { asProblem } from '@/api/problem';
import { fieldProblems } from '@/app/problemText';
import { FrontDoor } from '@/app/shell/FrontDoor';
import { FrontForm, FrontLead, FrontTitle } from '@/app/shell/FrontText';
import { useFragment } from '@/app/useFragment';
import { FormProblem } from '@/ui/FormProblem';
import { NewPasswordField } from '@/ui/NewPasswordField';
import { StateView } from '@/ui/StateView';
import { toast } from '@/ui/toasts';
import { LinkButton } from '@/ui/LinkButton';

export function ResetPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const token = useFragment();
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const reset = useMutation({
    mutationFn: () => api.post('/password-resets/accept', { token, password }),
    onSuccess: () => {
      forgetAntiforgery();
      toast(t('session.reset.done'));
      void navigate({ to: '/sign-in', replace: true });
    },
  });

  const problem = asProblem(reset.error);
  const spent = !token || problem?.status === 404 || problem?.status === 410;
  const submit = () => {
    setMissing(!password);
    if (password) reset.mutate();
  };

  return (
    <FrontDoor title={t('session.reset.title')} brand={t('app.name')}>
      {spent ? (
        <StateView heading="h1" icon={IconLinkOff} title={t('session.reset.bad')} text={t('session.reset.badText')}>
          <LinkButton to="/forgot">
            {t('session.reset.again')}
          </LinkButton>
        </StateView>
      ) : (
        <>
          <FrontTitle>{t('session.reset.title')}</FrontTitle>
          <FrontLead>{t('session.reset.text')}</FrontLead>
          <FrontForm onSubmit={submit}>
            <NewPasswordField
              label={t('session.signIn.password')}
              autoFocus
              value={password}
              error={missing ? t('problem.required') : fieldProblems(reset.error).password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            <FormProblem error={reset.error} fields={['password']} />
            <Button type="submit" size="md" loading={reset.isPending}>
              {t('session.reset.submit')}
            </Button>
          </FrontForm>
        </>
      )}
    </FrontDoor>
  );
}
