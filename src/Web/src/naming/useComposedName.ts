import { useEffect } from 'react';
import { api } from '@/api/client';
import { useDebounced } from '@/ui/useDebounced';

export type NameParts = { project: string; client: string; work: string };

type Compose = { convention: string | undefined; parts: NameParts; responsibleMemberId: string | undefined; enabled: boolean };

/** Makes the name from its parts while nobody has written it freely. */
export function useComposedName({ convention, parts, responsibleMemberId, enabled }: Compose, onName: (name: string) => void): void {
  const request = JSON.stringify({ convention, ...filled(parts), responsibleMemberId });
  const settled = useDebounced(request, 200);

  useEffect(() => {
    if (!enabled || !convention || settled !== request || Object.keys(filled(parts)).length === 0) return;
    const asking = new AbortController();
    api
      .post<{ name: string }>('/naming/compose', JSON.parse(settled), { signal: asking.signal })
      .then(({ name }) => onName(name))
      .catch(() => undefined);
    return () => asking.abort();
  }, [settled, request, enabled, convention]);
}

function filled(parts: NameParts): Partial<NameParts> {
  return Object.fromEntries(Object.entries(parts).filter(([, text]) => text.trim() !== ''));
}
