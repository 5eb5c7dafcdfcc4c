import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { conversationKeys } from '@/conversations/keys';
import { catchUpIfBehind } from './catchUp';
import { type Log, lastNumberOf, logOf, withNewer, withOlder } from './log';
import { loadPage } from './logQuery';

/** Loading more of a conversation, at either end or at another place altogether. */
export function useHistory(conversationId: string) {
  const cache = useQueryClient();
  const busy = useRef({ older: false, newer: false });
  const [failed, setFailed] = useState(false);

  const read = useCallback(() => cache.getQueryData<Log>(conversationKeys.log(conversationId)), [cache, conversationId]);

  const older = useCallback(async () => {
    const first = read()?.entries[0]?.number;
    if (first === undefined || busy.current.older) return;
    busy.current.older = true;
    try {
      const page = await loadPage(conversationId, { before: first });
      cache.setQueryData<Log>(conversationKeys.log(conversationId), (log) => log && withOlder(log, page));
      setFailed(false);
    } catch {
      setFailed(true);
    } finally {
      busy.current.older = false;
    }
  }, [cache, conversationId, read]);

  const newer = useCallback(async () => {
    const last = lastNumberOf(read());
    if (!last || busy.current.newer) return;
    busy.current.newer = true;
    try {
      const page = await loadPage(conversationId, { after: last });
      cache.setQueryData<Log>(conversationKeys.log(conversationId), (log) => log && withNewer(log, page));
    } catch {
      setFailed(true);
    } finally {
      busy.current.newer = false;
    }
  }, [cache, conversationId, read]);

  /** Replaces what is loaded by the neighbourhood of a number, or by the newest page. */
  const moveTo = useCallback(
    async (number: number | undefined) => {
      const page = await loadPage(conversationId, number === undefined ? {} : { around: number });
      cache.setQueryData<Log>(conversationKeys.log(conversationId), logOf(page));
      catchUpIfBehind(cache, conversationId);
    },
    [cache, conversationId],
  );

  return { older, newer, moveTo, failed };
}
