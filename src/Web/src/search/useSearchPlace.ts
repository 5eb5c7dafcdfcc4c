import { useNavigate, useParams } from '@tanstack/react-router';
import { useLayout } from '@/app/useLayout';
import { unmarkFound } from './foundStore';
import { type Asked, closeSearch, openSearch } from './searchStore';

/** Opens and closes the search: beside the conversation where there is room, else as a page of its own. */
export function useSearchPlace() {
  const navigate = useNavigate();
  const layout = useLayout();
  const { conversationId } = useParams({ strict: false });
  const single = layout === 'phone' || layout === 'narrow';

  return {
    open: (asked: Partial<Asked> = {}) => {
      openSearch(asked);
      if (single || !conversationId) void navigate({ to: '/search' });
    },
    close: (conversation?: Asked['conversation']) => {
      closeSearch();
      unmarkFound();
      if (conversationId) return;
      if (single && conversation) void navigate({ to: '/c/$conversationId', params: { conversationId: conversation.id } });
      else void navigate({ to: '/chats' });
    },
  };
}
