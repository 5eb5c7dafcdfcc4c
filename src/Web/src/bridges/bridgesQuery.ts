import { queryOptions } from '@tanstack/react-query';
import { everyPage } from '@/api/everyPage';
import type { Bridge } from '@/api/types';

export const bridgesQuery = queryOptions({
  queryKey: ['bridges'],
  queryFn: ({ signal }) => everyPage<Bridge>('/bridges', signal),
});
