import { Button } from '@mantine/core';
import { IconHash, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { ConversationItem, Page } from '@/api/types';
import { ConversationAvatar } from '@/conversations/ConversationAvatar';
import { conversationKeys } from '@/conversations/keys';
import { rowsOf } from '@/conversations/list/rows';
import { askForNewChat } from '@/conversations/newChat/newChatStore';
import { useMe } from '@/organizations/me';
import { Dialog } from '@/ui/Dialog';
import { ErrorState } from '@/ui/ErrorState';
import { FormProblem } from '@/ui/FormProblem';
import { Loading } from '@/ui/Loading';
import { SearchField } from '@/ui/SearchField';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { useDebounced } from '@/ui/useDebounced';
import classes from './ChannelsDialog.module.css';
import { useJoin } from './useJoin';

/** The public channels that one is not in: look inside, or join at once. */
export function ChannelsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const query = useDebounced(search.trim(), 200);
  const join = useJoin();
  const channels = useInfiniteQuery({
    queryKey: [...conversationKeys.openChannels, query],
    queryFn: ({ pageParam, signal }) => api.get<Page<ConversationItem>>('/conversations', { signal, query: { kind: 'channel', joined: false, query, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });

  const rows = rowsOf(channels.data);
  const open = (id: string) => {
    onClose();
    void navigate({ to: '/c/$conversationId', params: { conversationId: id } });
  };
  const create = () => {
    onClose();
    askForNewChat([], 'channel');
  };

  return (
    <Dialog
      title={t('channels.title')}
      subtitle={t('channels.lead')}
      width={640}
      onClose={onClose}
      footer={
        me.can.createChats && (
          <Button leftSection={<IconPlus size={17} stroke={1.75} />} onClick={create}>
            {t('channels.new')}
          </Button>
        )
      }
    >
      <SearchField label={t('channels.search')} value={search} onChange={setSearch} />
      {channels.isError && !channels.data ? (
        <ErrorState error={channels.error} what={t('what.chats')} onRetry={() => void channels.refetch()} />
      ) : (
        <Loading pending={channels.isPending} skeleton={<SkeletonRows rows={4} height={56} />}>
          {rows.length === 0 ? (
            <StateView
              icon={IconHash}
              title={query ? t('chats.emptySearch', { query }) : t('channels.empty')}
              text={query ? t('chats.emptySearchText') : t('channels.emptyText')}
            />
          ) : (
            <ul className={classes.channels} aria-label={t('channels.title')}>
              {rows.map((row) => (
                <li key={row.id} className={classes.channel}>
                  <button type="button" className={classes.look} aria-label={t('channels.look', { name: row.name })} onClick={() => open(row.id)}>
                    <ConversationAvatar conversation={row} size={36} />
                    <span className={classes.name}>{row.name}</span>
                  </button>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('channels.joinNamed', { name: row.name })}
                    loading={join.isPending && join.variables.id === row.id}
                    onClick={() => join.mutate(row, { onSuccess: () => open(row.id) })}
                  >
                    {t('channels.join')}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {channels.hasNextPage && (
            <Button variant="plain" size="xs" loading={channels.isFetchingNextPage} onClick={() => void channels.fetchNextPage()}>
              {t('channels.more')}
            </Button>
          )}
        </Loading>
      )}
      <FormProblem error={join.error} />
    </Dialog>
  );
}
