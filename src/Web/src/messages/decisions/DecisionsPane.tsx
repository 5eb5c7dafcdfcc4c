import { Button } from '@mantine/core';
import { IconHelpHexagon } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { DecisionList } from './DecisionList';
import classes from './DecisionsPane.module.css';
import { chatDecisionsQuery } from './decisionsQuery';

/** What one chat waits for, and what has been decided in it. */
export function DecisionsPane({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const open = useInfiniteQuery(chatDecisionsQuery(conversationId, false));
  const decided = useInfiniteQuery(chatDecisionsQuery(conversationId, true));
  const waiting = open.data?.pages.flatMap((page) => page.items) ?? [];
  const made = decided.data?.pages.flatMap((page) => page.items) ?? [];
  const failed = [open, decided].find((query) => query.isError && !query.data);

  if (failed) return <ErrorState error={failed.error} what={t('what.decisions')} onRetry={() => void failed.refetch()} />;
  return (
    <div className={classes.pane}>
      <Loading pending={open.isPending || decided.isPending} skeleton={<SkeletonRows rows={4} height={72} />}>
        {waiting.length === 0 && <StateView icon={IconHelpHexagon} title={t('decisions.empty')} text={t('decisions.emptyInChat')} />}
        {waiting.length > 0 && <DecisionList items={waiting} label={t('decisions.openOnes')} inChat />}
        {open.hasNextPage && <More busy={open.isFetchingNextPage} onMore={() => void open.fetchNextPage()} />}
        {made.length > 0 && (
          <>
            <h3 className={classes.title}>{t('decisions.made')}</h3>
            <DecisionList items={made} label={t('decisions.made')} inChat />
          </>
        )}
        {decided.hasNextPage && <More busy={decided.isFetchingNextPage} onMore={() => void decided.fetchNextPage()} />}
      </Loading>
    </div>
  );
}

function More({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  return (
    <Button variant="default" size="xs" loading={busy} onClick={onMore}>
      {t('decisions.more')}
    </Button>
  );
}
