import { useNavigate } from '@tanstack/react-router';
import type { Found } from '@/api/types';
import { useMe } from '@/organizations/me';
import { markFound, unmarkFound } from './foundStore';
import { rememberSearch } from './recent';

/** Opens what was found where it is: the message in its place, the conversation, the person. */
export function useOpenFound(typed: string): (found: Found) => void {
  const me = useMe();
  const navigate = useNavigate();

  return (found) => {
    rememberSearch(me.id, typed);
    unmarkFound();
    if (found.type === 'message') {
      markFound(found);
      void navigate({ to: '/c/$conversationId/m/$number', params: { conversationId: found.conversationId, number: String(found.number) } });
    } else if (found.type === 'file') {
      void navigate({ to: '/c/$conversationId/m/$number', params: { conversationId: found.conversationId, number: String(found.number) } });
    } else if (found.type === 'conversation') {
      void navigate({ to: '/c/$conversationId', params: { conversationId: found.conversationId } });
    } else if (found.person.memberId && me.role !== 'guest') {
      void navigate({ to: found.person.role === 'guest' ? '/people/guests' : '/people', search: { member: found.person.memberId } });
    } else if (found.conversationId) {
      void navigate({ to: '/c/$conversationId', params: { conversationId: found.conversationId } });
    }
  };
}
