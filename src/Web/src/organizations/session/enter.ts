import type { QueryClient } from '@tanstack/react-query';
import { forgetAntiforgery } from '@/api/antiforgery';
import type { Me } from '@/api/types';
import { speak } from '@/app/i18n/i18n';
import { meQuery } from '../me';

/** Somebody is in now: nothing of whoever was here before may stay. */
export async function enter(cache: QueryClient, me: Me): Promise<void> {
  forgetAntiforgery();
  cache.clear();
  cache.setQueryData(meQuery.queryKey, me);
  await speak(me.locale);
}
