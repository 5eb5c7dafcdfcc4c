import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import type { Conversation, ConversationItem } from '@/api/types';
import { allConversations, conversationKeys } from '@/conversations/keys';
import { type ConversationPages, rowsOf } from '@/conversations/list/rows';
import { askForNewChat } from '@/conversations/newChat/newChatStore';
import { useMe } from '@/organizations/me';
import { useSearchPlace } from '@/search/useSearchPlace';
import { preferencesStore } from '@/settings/look/preferences';
import { overlayStore } from './overlays';

const panes = ['rail', 'list', 'main', 'log', 'composer', 'third'];

/** The keys that work on every page. */
export function useShortcuts(): void {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const me = useMe();
  const { conversationId } = useParams({ strict: false });
  const place = useSearchPlace();
  const openSearchPlace = useEffectEvent((asked?: Parameters<typeof place.open>[0]) => place.open(asked));

  useEffect(() => {
    const rows = () => rowsOf(cache.getQueryData<ConversationPages>(conversationKeys.list(allConversations)));
    const goTo = (row: ConversationItem | undefined) => row && void navigate({ to: '/c/$conversationId', params: { conversationId: row.id } });

    const handle = (event: KeyboardEvent): boolean => {
      const ctrl = event.ctrlKey || event.metaKey;
      if (ctrl && !event.shiftKey && !event.altKey && event.code === 'KeyK') {
        overlayStore.setState({ switcher: true });
        return true;
      }
      if (ctrl && event.shiftKey && !event.altKey && event.code === 'KeyF') {
        openSearchPlace();
        return true;
      }
      if (conversationId && ctrl && !event.shiftKey && !event.altKey && event.code === 'KeyF') {
        const chat = cache.getQueryData<Conversation>(conversationKeys.detail(conversationId));
        if (!chat || chat.managed) return false;
        openSearchPlace({ conversation: { id: chat.id, name: chat.name } });
        return true;
      }
      if (event.altKey && !ctrl && event.code === 'KeyN' && me.can.createChats) {
        askForNewChat();
        return true;
      }
      if (event.altKey && !ctrl && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
        goTo(neighbour(rows(), conversationId, event.key === 'ArrowDown' ? 1 : -1, event.shiftKey));
        return true;
      }
      if (event.key === 'F6') {
        focusNextPane(event.shiftKey ? -1 : 1);
        return true;
      }
      if (conversationId && ctrl && !event.shiftKey && event.code === 'KeyI') {
        void navigate({ to: '/c/$conversationId/about', params: { conversationId } });
        return true;
      }
      if (conversationId && ctrl && event.shiftKey && event.code === 'KeyE') {
        void navigate({ to: '/c/$conversationId/access', params: { conversationId } });
        return true;
      }
      if (event.key === '?' && !isTyping(event.target) && preferencesStore.getState().singleKeys) {
        overlayStore.setState({ help: true });
        return true;
      }
      return false;
    };

    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && handle(event)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [cache, navigate, me.can.createChats, conversationId]);
}

export function neighbour(rows: ConversationItem[], currentId: string | undefined, step: 1 | -1, unreadOnly: boolean): ConversationItem | undefined {
  const at = rows.findIndex(({ id }) => id === currentId);
  const ahead = step === 1 ? rows.slice(at + 1) : rows.slice(0, at < 0 ? rows.length : at).reverse();
  return ahead.find(({ unreadCount }) => !unreadOnly || unreadCount > 0);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

function focusNextPane(step: 1 | -1): void {
  const shown = panes.flatMap((name) => document.querySelector<HTMLElement>(`[data-pane='${name}']`) ?? []);
  const stops = shown.filter((pane) => pane.dataset.pane !== 'main' || !document.querySelector(`[data-pane='log'], [data-pane='composer']`));
  const now = stops.findLastIndex((pane) => pane.contains(document.activeElement));
  const next = stops[(now + step + stops.length) % stops.length];
  const inside = next?.querySelector<HTMLElement>("[tabindex='0'], a[href], button:not(:disabled), input, textarea");
  (next?.matches('textarea, [tabindex="0"]') ? next : (inside ?? next))?.focus();
}
