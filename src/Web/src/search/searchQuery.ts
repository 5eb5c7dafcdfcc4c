import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { SearchAnswer } from '@/api/types';
import type { Asked } from './searchStore';

export const searchKeys = { all: ['search'] as const };

const shortest = 2;

/** One letter or digit is too little to look for. */
export const isEnough = (typed: string): boolean => typed.length >= shortest && /[\p{L}\p{N}]/u.test(typed);

export function searchQuery({ typed, part, conversation, author, span }: Asked) {
  return infiniteQueryOptions({
    queryKey: [...searchKeys.all, { typed, part, conversationId: conversation?.id, authorId: author?.participantId, ...span }],
    queryFn: ({ pageParam, signal }) =>
      api.get<SearchAnswer>('/search', {
        signal,
        query: {
          query: typed,
          in: part === 'all' ? undefined : part,
          conversationId: conversation?.id,
          authorId: author?.participantId,
          since: span.since,
          until: span.until,
          cursor: pageParam,
          limit: 30,
        },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled: isEnough(typed),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}
