import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Member, MemberStatus, Page, Role } from '@/api/types';

export type MemberFilter = { roles: Role[]; status?: MemberStatus; query?: string };

export const memberKeys = {
  all: ['members'] as const,
  list: (filter: MemberFilter) => ['members', 'list', filter] as const,
  search: (filter: MemberFilter) => ['members', 'search', filter] as const,
  one: (id: string) => ['members', 'one', id] as const,
};

export const employeeRoles: Role[] = ['owner', 'admin', 'employee'];

export function membersQuery(filter: MemberFilter) {
  return infiniteQueryOptions({
    queryKey: memberKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Member>>('/members', { signal, query: { role: filter.roles, status: filter.status, query: filter.query, cursor: pageParam, limit: 100 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

export function memberSearchQuery(filter: MemberFilter) {
  return queryOptions({
    queryKey: memberKeys.search(filter),
    queryFn: async ({ signal }) =>
      (await api.get<Page<Member>>('/members', { signal, query: { role: filter.roles, status: filter.status, query: filter.query, limit: 30 } })).items,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
}

export function memberQuery(id: string) {
  return queryOptions({
    queryKey: memberKeys.one(id),
    queryFn: ({ signal }) => api.get<Member>(`/members/${id}`, { signal }),
  });
}
