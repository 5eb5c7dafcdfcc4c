import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/api/client';
import type { ConversationItem, Page } from '@/api/types';
import { useMe } from '@/organizations/me';
import { conversationKeys } from '../keys';
import { cachedRow, raiseRow } from './listCache';

const pause = 10_000;

/** What one sees by a duty alone sends no events before it is opened, so the newest rows of the list are asked for now and then. */
export function useOverseenRows(): void {
  const cache = useQueryClient();
  const { duties } = useMe();
  const { data: newest } = useQuery({
    queryKey: conversationKeys.newest,
    queryFn: ({ signal }) => api.get<Page<ConversationItem>>('/conversations', { signal, query: { joined: true } }),
    enabled: duties.includes('supervisor') || duties.includes('qualityControl'),
    refetchInterval: pause,
    refetchOnWindowFocus: 'always',
  });

  useEffect(() => {
    const moved = newest?.items.filter((row) => (cachedRow(cache, row.id)?.lastActivityAt ?? '') < (row.lastActivityAt ?? '')) ?? [];
    for (const row of moved.reverse()) raiseRow(cache, row);
  }, [cache, newest]);
}
