import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Conversation, Entry } from '@/api/types';
import { useAttention } from '@/app/useAttention';
import { markRead, markUnreadFrom } from '@/conversations/markRead';
import { readingStore } from '@/conversations/reading';
import { useMe } from '@/organizations/me';
import { type Log, lastNumberOf } from './log';

const settle = 300;

/** Where one left off, what has come since, and moving the mark when the newest is before one's eyes. */
export function useReading(conversation: Conversation, log: Log | undefined, atBottom: boolean) {
  const cache = useQueryClient();
  const me = useMe();
  const attentive = useAttention();
  const { id } = conversation;
  const last = lastNumberOf(log);
  const isReading = atBottom && attentive && log !== undefined && !log.hasAfter;

  const [newFrom, setNewFrom] = useState<number | undefined>(undefined);
  const [seenTo, setSeenTo] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const heardTo = useRef<number | undefined>(undefined);

  const hear = useEffectEvent((entries: Entry[], upTo: number) => {
    const isFirst = heardTo.current === undefined;
    const after = heardTo.current ?? conversation.readNumber ?? upTo;
    const firstUnread = entries.find((entry) => entry.number > after && isFromOthers(entry, me.id));
    if (firstUnread && (isFirst || !isReading)) setNewFrom((now) => now ?? firstUnread.number);
    heardTo.current = Math.max(after, upTo);
  });
  useEffect(() => {
    if (log) hear(log.entries, last);
  }, [log, last]);

  useEffect(() => {
    if (!isReading) return;
    setSeenTo((now) => Math.max(now, last));
    readingStore.setState({ id });
    return () => readingStore.setState({ id: undefined });
  }, [id, isReading, last]);

  useEffect(() => {
    if (!isReading || isHeld || conversation.managed) return;
    if (last <= (conversation.readNumber ?? 0)) return;
    const timer = window.setTimeout(() => void markRead(cache, id, last).catch(() => undefined), settle);
    return () => window.clearTimeout(timer);
  }, [cache, id, isReading, isHeld, last, conversation.readNumber, conversation.managed]);

  const unseen = log?.entries.filter((entry) => entry.number > Math.max(seenTo, conversation.readNumber ?? 0) && isFromOthers(entry, me.id)).length ?? 0;
  const unreadFrom = useCallback(
    async (number: number) => {
      setHeld(true);
      setNewFrom(number);
      await markUnreadFrom(cache, id, number);
    },
    [cache, id],
  );
  return { newFrom, unseen, unreadFrom };
}

function isFromOthers(entry: Entry, memberId: string): boolean {
  return entry.kind === 'message' && 'text' in entry && entry.author.memberId !== memberId;
}
