import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '@/api/client';
import { createIntention } from '@/api/idempotency';
import type { Invitation, Role } from '@/api/types';
import { invitationKeys } from './keys';

export type Invite = { email: string; firstName: string; lastName: string; role: Role };

export function useInvite() {
  const cache = useQueryClient();
  const [intention] = useState(createIntention);
  return useMutation({
    mutationFn: (invite: Invite) => api.post<Invitation>('/invitations', invite, { headers: intention(invite) }),
    onSuccess: () => cache.invalidateQueries({ queryKey: invitationKeys.all }),
  });
}
