import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Contact, Page } from '@/api/types';

export type ContactFilter = { query: string; responsible: string | undefined };

export const contactKeys = {
  all: ['contacts'] as const,
  list: (filter: ContactFilter) => ['contacts', 'list', filter] as const,
  one: (externalId: string) => ['contacts', 'one', externalId] as const,
};

export function contactsQuery(filter: ContactFilter) {
  return infiniteQueryOptions({
    queryKey: contactKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Contact>>('/crm/contacts', { signal, query: { query: filter.query, responsible: filter.responsible, cursor: pageParam, limit: 100 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

export function contactQuery(externalId: string) {
  return queryOptions({
    queryKey: contactKeys.one(externalId),
    queryFn: ({ signal }) => api.get<Contact>(`/crm/contacts/${encodeURIComponent(externalId)}`, { signal }),
  });
}
