import { useParams, useRouterState } from '@tanstack/react-router';
import { ConversationPage } from './ConversationPage';
import type { Pane } from './usePane';

const panes: Pane[] = ['about', 'access', 'decisions', 'files', 'threads'];

export function ConversationRoute() {
  const { conversationId } = useParams({ from: '/app/chats-layout/c/$conversationId' });
  const rest = useRouterState({ select: (state) => state.location.pathname.split('/').slice(3) });
  const pane = panes.find((name) => name === rest[0]);
  const thread = rest[0] === 't' ? numberIn(rest[1]) : undefined;
  return (
    <ConversationPage
      id={conversationId}
      pane={pane}
      goTo={rest[0] === 'm' ? numberIn(rest[1]) : undefined}
      thread={thread === undefined ? undefined : { root: thread, goTo: numberIn(rest[2]) }}
    />
  );
}

function numberIn(part: string | undefined): number | undefined {
  return part !== undefined && /^\d{1,15}$/.test(part) ? Number(part) : undefined;
}
