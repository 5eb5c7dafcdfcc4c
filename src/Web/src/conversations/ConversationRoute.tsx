import { useParams, useRouterState } from '@tanstack/react-router';
import { ConversationPage } from './ConversationPage';
import type { Pane } from './usePane';

const panes: Pane[] = ['about', 'access', 'files'];

export function ConversationRoute() {
  const { conversationId } = useParams({ from: '/app/chats-layout/c/$conversationId' });
  const rest = useRouterState({ select: (state) => state.location.pathname.split('/').slice(3) });
  const pane = panes.find((name) => name === rest[0]);
  const number = rest[0] === 'm' ? Number(rest[1]) : Number.NaN;
  return <ConversationPage id={conversationId} pane={pane} goTo={Number.isInteger(number) ? number : undefined} />;
}
