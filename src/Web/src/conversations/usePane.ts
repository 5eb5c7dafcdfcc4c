import { useNavigate, useRouterState } from '@tanstack/react-router';
import { useLayout } from '@/app/useLayout';
import { preferencesStore } from '@/settings/look/preferences';

/** A thread that stands open, and the reply in it that was asked for. */
export type OpenThread = { root: number; goTo: number | undefined };
export type Pane = 'about' | 'access' | 'decisions' | 'files' | 'threads';

/** The third pane of a chat has an address; on wide screens the details stand open by preference. */
export function usePane(conversationId: string, pane: Pane | undefined) {
  const navigate = useNavigate();
  const wide = useLayout() === 'wide';
  const keepsDetails = preferencesStore((state) => state.details);
  const inThread = useRouterState({ select: (state) => state.location.pathname.split('/')[3] === 't' });
  const shown: Pane | undefined = pane ?? (wide && keepsDetails && !inThread ? 'about' : undefined);

  const open = (next: Pane) => {
    if (next === 'about' && wide) preferencesStore.setState({ details: true });
    void navigate({ to: `/c/$conversationId/${next}`, params: { conversationId } });
  };
  const close = () => {
    if (wide && shown === 'about') preferencesStore.setState({ details: false });
    if (pane) void navigate({ to: '/c/$conversationId', params: { conversationId } });
  };
  const toggle = (next: Pane) => (shown === next ? close() : open(next));
  return { shown, open, close, toggle };
}
