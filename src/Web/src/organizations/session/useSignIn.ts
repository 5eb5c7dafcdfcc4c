import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Me } from '@/api/types';
import { enter } from './enter';

export function useSignIn() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (account: { email: string; password: string }) => api.post<Me>('/session', account),
    onSuccess: (me) => enter(cache, me),
  });
}
