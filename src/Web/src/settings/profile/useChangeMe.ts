import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Locale, Me } from '@/api/types';
import { speak } from '@/app/i18n/i18n';
import { meQuery } from '@/organizations/me';

export type MyChange = { firstName?: string; lastName?: string; locale?: Locale; timeZone?: string };

export function useChangeMe() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: MyChange) => api.patch<Me>('/me', change),
    onSuccess: (me) => {
      cache.setQueryData(meQuery.queryKey, me);
      return speak(me.locale);
    },
  });
}
