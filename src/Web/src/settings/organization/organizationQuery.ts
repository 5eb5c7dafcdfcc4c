import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Organization } from '@/api/types';

export const organizationQuery = queryOptions({
  queryKey: ['organization'],
  queryFn: ({ signal }) => api.getTagged<Organization>('/organization', { signal }),
  staleTime: 60_000,
});
