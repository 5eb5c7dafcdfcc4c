import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { conversationKeys } from '@/conversations/keys';
import { catchUpIfBehind } from './catchUp';
import { type Log, lastNumberOf, logOf, threadLogOf, withNewer, withOlder } from './log';
import { loadPage, loadThreadPage } from './logQuery';

/** Loading more of a conversation, or of a thread in it, at either end or at another place altogether. */
export function useHistory(conversationId: string, thread?: number) {
  const cache = useQueryClient();
  const busy = useRef({ older: false, newer: false });
  const [failed, setFailed] = useState(false);
  const key = useMemo(() => (thread === undefined ? conversationKeys.log(conversationId) : conversationKeys.thread(conversationId, thread)), [conversationId, thread]);
  const load = useCallback(
    (place: Parameters<typeof loadPage>[1]) => (thread === undefined ? loadPage(conversationId, place) : loadThreadPage(conversationId, thread, place)),
    [conversationId, thread],
  );

  const read = useCallback(() => cache.getQueryData<Log>(key), [cache, key]);

  const older = useCallback(async () => {
    const first = read()?.entries[0]?.number;
    if (first === undefined || busy.current.older) return;
    busy.current.older = true;
    try {
      const page = await load({ before: first });
      cache.setQueryData<Log>(key, (log) => (log?.entries[0]?.number === first ? withOlder(log, page) : log));
      catchUpIfBehind(cache, conversationId);
      setFailed(false);
    } catch {
      setFailed(true);
    } finally {
      busy.current.older = false;
    }
  }, [cache, conversationId, key, load, read]);

  const newer = useCallback(async () => {
    const last = lastNumberOf(read());
    if (!last || busy.current.newer) return;
    busy.current.newer = true;
    try {
      const page = await load({ after: last });
      cache.setQueryData<Log>(key, (log) => (lastNumberOf(log) === last && log ? withNewer(log, page) : log));
      catchUpIfBehind(cache, conversationId);
    } catch {
      setFailed(true);
    } finally {
      busy.current.newer = false;
    }
  }, [cache, conversationId, key, load, read]);

  /** Replaces what is loaded by the neighbourhood of a number, or by the newest page. */
  const moveTo = useCallback(
    async (number: number | undefined) => {
      const place = number === undefined ? {} : { around: number };
      const log = thread === undefined ? logOf(await loadPage(conversationId, place)) : threadLogOf(await loadThreadPage(conversationId, thread, place), thread);
      cache.setQueryData<Log>(key, log);
      catchUpIfBehind(cache, conversationId);
    },
    [cache, conversationId, key, thread],
  );

  return { older, newer, moveTo, failed };
}
