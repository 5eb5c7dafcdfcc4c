import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Entry } from '@/api/types';
import { useAttention } from '@/app/useAttention';
import { conversationKeys } from '@/conversations/keys';
import { markRead, markUnreadFrom } from '@/conversations/markRead';
import { readingStore } from '@/conversations/reading';
import { useMe } from '@/organizations/me';
import { isReply } from '../threads/replies';
import { markThreadRead } from '../threads/threadReading';
import { type Log, lastShownOf } from './log';

const settle = 300;

/** What is being read: the main stream of a conversation, or a thread in it. */
type ReadingPlace = { id: string; thread?: number; readNumber: number | null | undefined; managed?: boolean | undefined };

/** Where one left off, what has come since, and moving the mark when the newest is before one's eyes. */
export function useReading({ id, thread, readNumber, managed }: ReadingPlace, log: Log | undefined, atBottom: boolean) {
  const cache = useQueryClient();
  const me = useMe();
  const attentive = useAttention();
  const last = lastShownOf(log);
  const isReading = atBottom && attentive && log !== undefined && !log.hasAfter;

  const [newFrom, setNewFrom] = useState<number | undefined>(undefined);
  const [seenTo, setSeenTo] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const heardTo = useRef<number | undefined>(undefined);

  const hear = useEffectEvent((entries: Entry[], upTo: number) => {
    const isFirst = heardTo.current === undefined;
    const after = heardTo.current ?? readNumber ?? upTo;
    const firstUnread = entries.find((entry) => entry.number > after && isFromOthers(entry, me.id, thread));
    if (firstUnread && (isFirst || !isReading)) setNewFrom((now) => now ?? firstUnread.number);
    heardTo.current = Math.max(after, upTo);
  });
  useEffect(() => {
    if (log) hear(log.entries, last);
  }, [log, last]);

  useEffect(() => {
    if (!isReading) return;
    setSeenTo((now) => Math.max(now, last));
    if (thread !== undefined) return;
    readingStore.setState({ id });
    return () => readingStore.setState({ id: undefined });
  }, [id, thread, isReading, last]);

  useEffect(() => {
    if (!isReading || isHeld || managed) return;
    if (last <= (readNumber ?? 0)) return;
    const timer = window.setTimeout(() => void (thread === undefined ? markRead(cache, id, last) : markThreadRead(cache, id, thread, last)).catch(() => undefined), settle);
    return () => window.clearTimeout(timer);
  }, [cache, id, thread, isReading, isHeld, last, readNumber, managed]);

  const unseen = log?.entries.filter((entry) => entry.number > Math.max(seenTo, readNumber ?? 0) && isFromOthers(entry, me.id, thread)).length ?? 0;
  const unreadFrom = useCallback(
    async (number: number) => {
      setHeld(true);
      setNewFrom(number);
      if (thread === undefined) return markUnreadFrom(cache, id, number);
      const before = cache.getQueryData<Log>(conversationKeys.thread(id, thread))?.entries.findLast((entry) => entry.number < number)?.number ?? thread;
      await markThreadRead(cache, id, thread, before, true);
    },
    [cache, id, thread],
  );
  return { newFrom, unseen, unreadFrom };
}

function isFromOthers(entry: Entry, memberId: string, thread: number | undefined): boolean {
  return entry.kind === 'message' && 'text' in entry && entry.author.memberId !== memberId && (thread !== undefined || !isReply(entry));
}
