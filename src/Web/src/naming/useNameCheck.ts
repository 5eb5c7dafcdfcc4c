import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { NameCheck } from '@/api/types';
import { useDebounced } from '@/ui/useDebounced';

type Circumstances = { conversationId?: string; convention?: string | undefined; context?: { memberIds: string[] } };

/** Findings come 250 ms after the last key; they advise, and only what the server calls an error blocks. */
export function useNameCheck(name: string, circumstances: Circumstances) {
  const settled = useDebounced(name, 250);
  const check = useQuery({
    queryKey: ['naming', 'check', settled, circumstances],
    queryFn: ({ signal }) => api.post<NameCheck>('/naming/check', { name: settled, ...circumstances }, { signal }),
    enabled: settled.trim() !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
    gcTime: 60_000,
    retry: false,
  });

  const isCurrent = settled === name && !check.isPlaceholderData && check.data !== undefined;
  const result = name.trim() === '' ? undefined : check.data;
  const blocked = name.trim() === '' || (isCurrent && (result?.findings.some(({ severity }) => severity === 'error') ?? false));
  return { result: isCurrent ? result : undefined, latest: result, blocked };
}
