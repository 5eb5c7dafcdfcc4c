import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Locale, Me } from '@/api/types';
import { enter } from '../session/enter';

type SetUp = {
  organizationName: string;
  locale: Locale;
  timeZone: string;
  owner: { email: string; firstName: string; lastName: string; password: string };
  setupCode?: string;
};

export function useSetUp() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (request: SetUp) => api.post<Me>('/setup', request),
    onSuccess: (me) => enter(cache, me),
  });
}
