import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Invitation, InvitationStatus, Page } from '@/api/types';
import { invitationKeys } from './keys';

export type InvitationFilter = InvitationStatus | 'all';

export function invitationsQuery(status: InvitationFilter) {
  return infiniteQueryOptions({
    queryKey: invitationKeys.list(status),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Invitation>>('/invitations', { signal, query: { status: status === 'all' ? undefined : status, cursor: pageParam, limit: 100 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}
