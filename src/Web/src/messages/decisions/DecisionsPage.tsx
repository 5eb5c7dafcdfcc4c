import { Button } from '@mantine/core';
import { IconHelpHexagon } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMe } from '@/organizations/me';
import { ErrorState } from '@/ui/ErrorState';
import { LinkTabs, type LinkTab } from '@/ui/LinkTabs';
import { Loading } from '@/ui/Loading';
import { Page } from '@/ui/Page';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { DecisionList } from './DecisionList';
import classes from './DecisionsPage.module.css';
import { type DecisionsAsked, decisionsQuery } from './decisionsQuery';

const tabs = [
  { to: '/decisions', label: 'decisions.byClients' },
  { to: '/decisions/us', label: 'decisions.byUs' },
] as const;

export const DecisionsOfClientsPage = () => <Decisions waitingFor="client" />;
export const DecisionsOfOursPage = () => <Decisions waitingFor="us" />;

/** What is waited for in all chats that one sees; a guest finds what is waited for of him. */
function Decisions({ waitingFor }: { waitingFor: 'client' | 'us' }) {
  const { t } = useTranslation();
  const isGuest = useMe().role === 'guest';
  const asked: DecisionsAsked = isGuest ? {} : { waitingFor };
  const decisions = useInfiniteQuery(decisionsQuery(asked));
  const items = decisions.data?.pages.flatMap((page) => page.items) ?? [];
  const named: LinkTab[] = tabs.map(({ to, label }) => ({ to, label: t(label) }));

  return (
    <Page title={t(isGuest ? 'decisions.ofYou' : 'decisions.title')} lead={!isGuest && t('decisions.lead')} tabs={!isGuest && <LinkTabs label={t('decisions.tabs')} tabs={named} />}>
      {decisions.isError && !decisions.data ? (
        <ErrorState error={decisions.error} what={t('what.decisions')} onRetry={() => void decisions.refetch()} />
      ) : (
        <Loading pending={decisions.isPending} skeleton={<SkeletonRows rows={5} height={84} />}>
          {items.length === 0 ? (
            <StateView icon={IconHelpHexagon} title={t('decisions.empty')} text={t(isGuest ? 'decisions.emptyOfYou' : waitingFor === 'us' ? 'decisions.emptyOfUs' : 'decisions.emptyOfClients')} />
          ) : (
            <div className={classes.list}>
              <DecisionList items={items} label={t('decisions.openOnes')} />
              {decisions.hasNextPage && (
                <Button variant="default" size="xs" loading={decisions.isFetchingNextPage} onClick={() => void decisions.fetchNextPage()}>
                  {t('decisions.more')}
                </Button>
              )}
            </div>
          )}
        </Loading>
      )}
    </Page>
  );
}
