import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type {
  AccessExplanation,
  Conversation,
  ConversationItem,
  ConversationMember,
  Page,
  Participant,
  ReadMark,
  Viewers,
} from '@/api/types';
import { everyPage } from '@/api/everyPage';
import { type ConversationFilter, conversationKeys } from './keys';
import { fetchRow } from './list/fetchRow';
import { touchedSince, touchMark } from './list/touches';

export function conversationsQuery(filter: ConversationFilter) {
  return infiniteQueryOptions({
    queryKey: conversationKeys.list(filter),
    queryFn: async ({ client, pageParam, signal }) => {
      const mark = touchMark();
      const page = await api.get<Page<ConversationItem>>('/conversations', {
        signal,
        query: {
          unread: filter.show === 'unread' || undefined,
          client: filter.show === 'clients' || undefined,
          archived: filter.show === 'archived' || undefined,
          joined: (filter.show !== 'archived' && filter.show !== 'managed' && !filter.query) || undefined,
          managed: filter.show === 'managed' || undefined,
          query: filter.query,
          cursor: pageParam,
        },
      });
      const overtaken = touchedSince(mark);
      if (overtaken.length > 0) window.setTimeout(() => overtaken.forEach((id) => void fetchRow(client, id)));
      return page;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    staleTime: filter.show === 'all' && !filter.query ? Infinity : 0,
  });
}

export function conversationQuery(id: string) {
  return queryOptions({
    queryKey: conversationKeys.detail(id),
    queryFn: ({ signal }) => api.get<Conversation>(`/conversations/${id}`, { signal }),
    staleTime: 60_000,
  });
}

export function viewersQuery(id: string) {
  return queryOptions({
    queryKey: conversationKeys.viewers(id),
    queryFn: ({ signal }) => api.get<Viewers>(`/conversations/${id}/viewers`, { signal }),
    staleTime: 60_000,
  });
}

export function participantsQuery(id: string) {
  return queryOptions({
    queryKey: conversationKeys.participants(id),
    queryFn: ({ signal }) => everyPage<Participant>(`/conversations/${id}/participants`, signal),
    staleTime: 60_000,
  });
}

export function conversationMembersQuery(id: string) {
  return queryOptions({
    queryKey: conversationKeys.members(id),
    queryFn: ({ signal }) => everyPage<ConversationMember>(`/conversations/${id}/members`, signal),
    staleTime: 60_000,
  });
}

export function readsQuery(id: string) {
  return queryOptions({
    queryKey: conversationKeys.reads(id),
    queryFn: async ({ signal }) => (await api.get<{ items: ReadMark[] }>(`/conversations/${id}/reads`, { signal })).items,
    staleTime: Infinity,
  });
}

export function accessQuery(id: string, memberId?: string) {
  return queryOptions({
    queryKey: conversationKeys.access(id, memberId),
    queryFn: ({ signal }) => api.get<AccessExplanation>(`/conversations/${id}/access`, { signal, query: { memberId } }),
    staleTime: 0,
  });
}
