import type { QueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Conversation } from '@/api/types';
import { conversationKeys } from '../keys';
import { dropRow, raiseRow } from './listCache';

/** Brings one row up to date from the server; says whether it is there to be seen. */
export async function fetchRow(cache: QueryClient, id: string): Promise<boolean> {
  try {
    const one = await cache.fetchQuery({
      queryKey: conversationKeys.detail(id),
      queryFn: ({ signal }) => api.get<Conversation>(`/conversations/${id}`, { signal }),
    });
    raiseRow(cache, one);
    return true;
  } catch (error) {
    if (asProblem(error)?.isNotFound) dropRow(cache, id);
    return false;
  }
}
