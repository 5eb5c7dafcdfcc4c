import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { LiveEvent } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';
import { pullDrafts } from '@/messages/drafts/draftSync';
import { catchUp } from '@/messages/log/catchUp';
import { useOutbox } from '@/messages/outbox/useOutbox';
import { meQuery, useMe } from '@/organizations/me';
import { sessionEndStore } from '../sessionEnd';
import { applyEvent } from './applyEvent';
import { startLive, stopLive } from './connection';
import { usePresence } from './usePresence';

/** One live connection for whoever is signed in; after every interruption the gaps are asked for. */
export function useLive(): void {
  const cache = useQueryClient();
  const me = useMe();
  const { flush } = useOutbox();
  usePresence();

  const fillGaps = () => {
    for (const query of cache.getQueryCache().findAll({ predicate: ({ queryKey }) => queryKey[0] === 'conversation' && queryKey[2] === 'log' })) {
      void catchUp(cache, conversationIdOf(query.queryKey));
    }
  };
  const take = useEffectEvent((event: LiveEvent) => applyEvent(cache, me, event));
  const reconcile = useEffectEvent(() => {
    void cache.invalidateQueries({ queryKey: conversationKeys.lists });
    fillGaps();
  });
  const comeBack = useEffectEvent(() => {
    void cache.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] !== 'log' });
    fillGaps();
    void pullDrafts();
    void flush();
  });
  const mayGoOn = useEffectEvent(async () => {
    await cache.refetchQueries({ queryKey: meQuery.queryKey });
    return !sessionEndStore.getState().ended;
  });

  useEffect(() => {
    void startLive({ onEvent: take, onFirst: reconcile, onBack: comeBack, onRefused: mayGoOn });
    return () => void stopLive();
  }, [me.id]);
}

function conversationIdOf(queryKey: readonly unknown[]): string {
  const [, id] = queryKey as ReturnType<typeof conversationKeys.log>;
  return id;
}
