import { Button } from '@mantine/core';
import { IconCloudX, IconLock, IconRefresh, IconWifiOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { useOnline } from '@/app/live/online';
import { StateView } from './StateView';

type ErrorStateProps = { error: unknown; what: string; onRetry: () => void };

export function ErrorState({ error, what, onRetry }: ErrorStateProps) {
  const { t } = useTranslation();
  const online = useOnline();
  const problem = asProblem(error);

  if (problem?.isNotFound || problem?.status === 403) {
    return <StateView icon={IconLock} title={t('notFound.title')} text={t('notFound.text')} />;
  }

  const why = problem?.title || t('problem.noAnswer');
  const code = problem?.supportCode ? ` ${t('problem.code', { code: problem.supportCode })}` : '';
  return (
    <StateView
      icon={online ? IconCloudX : IconWifiOff}
      tone="danger"
      role="alert"
      title={t('problem.load', { what })}
      text={online ? why + code : t('problem.offlinePage')}
    >
      <Button variant="default" size="xs" leftSection={<IconRefresh size={16} stroke={1.75} />} onClick={onRetry}>
        {t('do.retry')}
      </Button>
    </StateView>
  );
}
