import { Button } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Bone } from '@/ui/Skeleton';
import type { Context } from './MessageLog';
import classes from './MessageLog.module.css';

/** Takes focus itself, because the row that would take it may be far from what is shown. */
export function LogScroller({ className: _, ...rest }: ComponentPropsWithRef<'div'>) {
  return <div {...rest} className={classes.scroller} tabIndex={0} />;
}

export function LogStart({ context }: { context?: Context }) {
  const { t } = useTranslation();
  if (!context?.hasBefore && !context?.beginning) return null;
  if (!context.hasBefore) return <p className={classes.beginning}>{context.beginning}</p>;
  if (context.failed) {
    return (
      <div className={classes.beginning}>
        <p>{t('problem.load', { what: t('what.messages') })}</p>
        <Button variant="plain" size="xs" onClick={context.onRetry}>
          {t('do.retry')}
        </Button>
      </div>
    );
  }
  return (
    <div className={classes.older} role="status" aria-label={t('messages.older')}>
      <Bone width={220} height={36} radius={14} />
      <Bone width={160} height={36} radius={14} />
    </div>
  );
}

export function LogEnd() {
  return <div className={classes.end} />;
}
