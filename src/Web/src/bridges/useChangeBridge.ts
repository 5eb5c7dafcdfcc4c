import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Bridge } from '@/api/types';
import { bridgesQuery } from './bridgesQuery';

export function useChangeBridge(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: { name?: string; enabled?: boolean }) => api.patch<Bridge>(`/bridges/${id}`, change),
    onSuccess: () => cache.invalidateQueries({ queryKey: bridgesQuery.queryKey }),
  });
}
