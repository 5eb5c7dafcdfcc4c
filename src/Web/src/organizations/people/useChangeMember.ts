import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Duty, Member, MemberStatus, Role } from '@/api/types';
import { memberKeys } from './memberQueries';

export type MemberChange = { role?: Role; duties?: Duty[]; crmUserIds?: string[]; phones?: string[]; status?: MemberStatus };

export function useChangeMember(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (change: MemberChange) => api.patch<Member>(`/members/${id}`, change),
    onSuccess: (member) => {
      cache.setQueryData(memberKeys.one(id), member);
      return cache.invalidateQueries({ queryKey: memberKeys.all });
    },
  });
}
