import { useEffect, useRef, useState } from 'react';
import type { Viewer, Viewers } from '@/api/types';

const amberFor = 8000;

export type ReaderChange = { joined: Viewer[]; isLoud: boolean };

/** Clients who came to read while one was writing. The warning is loud for 8 s; the next sending asks once. */
export function useReaderChanges(viewers: Viewers | undefined, isWriting: boolean): { change: ReaderChange | undefined; settle: () => void } {
  const known = useRef<Set<string> | undefined>(undefined);
  const [change, setChange] = useState<ReaderChange | undefined>(undefined);

  useEffect(() => {
    if (!viewers) return;
    const clients = viewers.items.filter(({ isClient }) => isClient);
    const before = known.current;
    known.current = new Set(clients.map(({ participantId }) => participantId));
    const joined = before ? clients.filter(({ participantId }) => !before.has(participantId)) : [];
    if (joined.length > 0 && isWriting) setChange({ joined, isLoud: true });
  }, [viewers, isWriting]);

  useEffect(() => {
    if (!change?.isLoud) return;
    const timer = window.setTimeout(() => setChange((now) => now && { ...now, isLoud: false }), amberFor);
    return () => window.clearTimeout(timer);
  }, [change]);

  return { change: isWriting ? change : undefined, settle: () => setChange(undefined) };
}
