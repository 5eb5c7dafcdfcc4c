import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { ConversationFile, Page } from '@/api/types';
import { conversationKeys } from '@/conversations/keys';

export type FileGroup = 'all' | 'media' | 'documents';

export const filesQuery = (conversationId: string, group: FileGroup) =>
  infiniteQueryOptions({
    queryKey: conversationKeys.files(conversationId, group),
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<ConversationFile>>(`/conversations/${conversationId}/files`, { query: { kind: group === 'all' ? undefined : group, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
