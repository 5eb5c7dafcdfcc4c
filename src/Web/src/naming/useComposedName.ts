import { useEffect, useEffectEvent } from 'react';
import { api } from '@/api/client';
import { useDebounced } from '@/ui/useDebounced';

export type NameParts = { project: string; client: string; work: string };

type Compose = { convention: string | undefined; parts: NameParts; responsibleMemberId: string | undefined; enabled: boolean };

/** Makes the name from its parts while nobody has written it freely. */
export function useComposedName({ convention, parts, responsibleMemberId, enabled }: Compose, onName: (name: string) => void): void {
  const known = filled(parts);
  const request = Object.keys(known).length > 0 && convention ? JSON.stringify({ convention, ...known, responsibleMemberId }) : undefined;
  const settled = useDebounced(request, 200);
  const take = useEffectEvent(onName);

  useEffect(() => {
    if (!enabled || settled === undefined) return;
    const asking = new AbortController();
    api
      .post<{ name: string }>('/naming/compose', JSON.parse(settled), { signal: asking.signal })
      .then(({ name }) => take(name))
      .catch(() => undefined);
    return () => asking.abort();
  }, [settled, enabled]);
}

function filled(parts: NameParts): Partial<NameParts> {
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text.trim() !== ''));
}
