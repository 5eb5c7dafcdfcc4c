import { Button } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Moment } from '@/app/format/Moment';
import { useMe } from '@/organizations/me';
import { Avatar } from '@/ui/Avatar';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { excerptOf } from '../excerpt';
import { unreadReplies } from './replies';
import classes from './ThreadsPane.module.css';
import { threadsQuery } from './threadsQuery';

/** The threads of a conversation, the one with the newest reply first. */
export function ThreadsPane({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const threads = useInfiniteQuery(threadsQuery(conversationId));
  const roots = threads.data?.pages.flatMap((page) => page.items) ?? [];

  if (threads.isError && roots.length === 0) return <ErrorState error={threads.error} what={t('what.threads')} onRetry={() => void threads.refetch()} />;
  return (
    <div className={classes.pane}>
      <Loading pending={threads.isPending} skeleton={<SkeletonRows rows={5} height={64} />}>
        {roots.length === 0 ? (
          <StateView icon={IconMessages} title={t('threads.empty')} text={t('threads.emptyText')} />
        ) : (
          <ul className={classes.list}>
            {roots.map((root) => {
              const unread = unreadReplies(root, me.id);
              return (
                <li key={root.number}>
                  <Link to="/c/$conversationId/t/$number" params={{ conversationId, number: String(root.number) }} className={classes.thread}>
                    <Avatar id={root.author.participantId} name={root.author.displayName} isClient={root.author.isClient} />
                    <span className={classes.lines}>
                      <b data-client={root.author.isClient || undefined}>{root.author.displayName}</b>
                      <span className={classes.text}>{'text' in root ? excerptOf(root) : t('messages.deleted')}</span>
                      <span className={classes.facts}>
                        {t('threads.count', { count: root.replies?.count ?? 0 })}
                        {root.replies && <Moment at={root.replies.lastAt} as="row" />}
                        {unread > 0 && <span className={classes.unread}>{t('threads.unread', { count: unread })}</span>}
                      </span>
                    </span>
                  </Link>
                </li>
              );
            })}
          </ul>
        )}
        {threads.hasNextPage && (
          <Button variant="default" size="xs" loading={threads.isFetchingNextPage} onClick={() => void threads.fetchNextPage()}>
            {t('threads.more')}
          </Button>
        )}
      </Loading>
    </div>
  );
}
