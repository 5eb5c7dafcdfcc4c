import { Button, Collapse } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Entry, History, MessagePage } from '@/api/types';
import { Moment } from '@/app/format/Moment';
import { MessageText } from '@/messages/log/MessageText';
import { systemText } from '@/messages/systemText';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import { conversationKeys } from '../keys';
import classes from './LookAhead.module.css';

type LookAheadProps = { conversationId: string; memberId: string; name: string; history: History; isGuest: boolean };

/** The conversation as it will open to somebody who is not in it yet. */
export function LookAhead(props: LookAheadProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div>
      <Button variant="default" size="xs" leftSection={<IconEye size={16} stroke={1.75} />} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t(props.isGuest ? 'channels.eyes.action' : 'channels.eyes.actionOther')}
      </Button>
      <Collapse expanded={open} id={id}>
        {open && <Look {...props} />}
      </Collapse>
    </div>
  );
}

function Look({ conversationId, memberId, name, history, isGuest }: LookAheadProps) {
  const { t } = useTranslation();
  const log = useInfiniteQuery({
    queryKey: [...conversationKeys.joinPreview(conversationId, memberId, history), 'log'],
    queryFn: ({ pageParam, signal }) => api.get<MessagePage>(`/conversations/${conversationId}/messages`, { signal, query: { as: memberId, history, before: pageParam, limit: 30 } }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => (page.hasBefore ? page.items[0]?.number : undefined),
    staleTime: 0,
  });
  const entries = log.data?.pages.toReversed().flatMap(({ items }) => items) ?? [];

  if (log.isError && !log.data) return <ErrorState error={log.error} what={t('what.messages')} onRetry={() => void log.refetch()} />;
  return (
    <section className={classes.look} aria-label={t('channels.eyes.title', { name })} tabIndex={0}>
      <p className={classes.lead}>{t('channels.eyes.lead')}</p>
      <Loading pending={log.isPending} skeleton={<SkeletonRows rows={3} height={44} avatar="none" />}>
        {log.hasNextPage && (
          <Button variant="plain" size="xs" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {t('channels.eyes.older')}
          </Button>
        )}
        {entries.length === 0 ? (
          <p className={classes.system}>{t('channels.eyes.empty')}</p>
        ) : (
          <ol className={classes.entries}>
            {entries.map((entry) => (
              <li key={entry.number}>
                <Line entry={entry} isGuest={isGuest} />
              </li>
            ))}
          </ol>
        )}
      </Loading>
    </section>
  );
}

function Line({ entry, isGuest }: { entry: Entry; isGuest: boolean }) {
  const { t } = useTranslation();
  if (entry.kind === 'system') return <p className={classes.system}>{systemText(entry.system, t, { forGuest: isGuest, name: (name) => name, since: undefined })}</p>;
  return (
    <>
      <p className={classes.author} data-client={entry.author.isClient || undefined}>
        {entry.author.displayName}
        <Moment at={entry.createdAt} as="row" className={classes.time} />
      </p>
      {'text' in entry ? <MessageText text={entry.text} /> : <p className={classes.system}>{t('messages.deleted')}</p>}
    </>
  );
}
