import { Button } from '@mantine/core';
import { IconMoodPuzzled, IconRefresh } from '@tabler/icons-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asProblem } from '@/api/problem';
import { ErrorState } from '@/ui/ErrorState';
import { StateView } from '@/ui/StateView';
import classes from './NotFoundPage.module.css';

/** A page that could not be loaded, or broke. */
export function CrashPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation();
  const again = () => window.location.reload();
  return (
    <main className={classes.page} id="main">
      {asProblem(error) ? (
        <ErrorState error={error} what={t('what.page')} onRetry={again} />
      ) : (
        <StateView heading="h1" role="alert" tone="danger" icon={IconMoodPuzzled} title={t('problem.crashedTitle')} text={t('problem.crashed')}>
          <Button variant="default" size="xs" leftSection={<IconRefresh size={16} stroke={1.75} />} onClick={again}>
            {t('do.retry')}
          </Button>
        </StateView>
      )}
    </main>
  );
}
