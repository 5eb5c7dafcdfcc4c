import { useInfiniteQuery } from '@tanstack/react-query';
import { useMe } from '@/organizations/me';
import { allConversations } from './keys';
import { rowsOf } from './list/rows';
import { conversationsQuery } from './queries';

/** A guest with one chat has nothing around it: no list to go back to. */
export function useIsOnlyChat(): boolean {
  const me = useMe();
  const rows = useInfiniteQuery({ ...conversationsQuery(allConversations), enabled: me.role === 'guest' }).data;
  return me.role === 'guest' && rowsOf(rows).length <= 1;
}
