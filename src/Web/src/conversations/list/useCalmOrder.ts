import { useEffect, useMemo, useRef, useState } from 'react';
import type { ConversationItem } from '@/api/types';

const aimingFor = 3000;

/**
 * Rows do not change places under a pointer that is about to click: while it moves over the list the order stays,
 * and the list says that there is a newer one.
 */
export function useCalmOrder(rows: ConversationItem[]) {
  const [aiming, setAiming] = useState(false);
  const [kept, setKept] = useState<string[]>([]);
  const timer = useRef<number | undefined>(undefined);

  const release = () => {
    window.clearTimeout(timer.current);
    setAiming(false);
  };
  const aim = () => {
    if (!aiming) {
      setKept(rows.map(({ id }) => id));
      setAiming(true);
    }
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setAiming(false), aimingFor);
  };
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const shown = useMemo(() => (aiming ? keepOrder(rows, kept) : rows), [aiming, rows, kept]);
  const hasNewer = aiming && rows.some((row, index) => shown[index]?.id !== row.id);
  return { rows: shown, hasNewer, aim, release };
}

export function keepOrder(rows: ConversationItem[], order: string[]): ConversationItem[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return order.flatMap((id) => byId.get(id) ?? []);
}
