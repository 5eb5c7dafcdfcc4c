import { queryOptions } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { HandoverPreview, HandoverRequest } from '@/api/types';

export function handoverPreviewQuery(request: HandoverRequest | undefined) {
  return queryOptions({
    queryKey: ['handover', 'preview', request],
    queryFn: ({ signal }) => api.post<HandoverPreview>('/crm/handover/preview', request, { signal }),
    enabled: request !== undefined,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}
