import { lazy, Suspense } from 'react';
import { newChatStore } from './newChatStore';

const NewChatDialog = lazy(async () => ({ default: (await import('./NewChatDialog')).NewChatDialog }));

export function NewChat() {
  const { open, people, kind } = newChatStore();
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <NewChatDialog people={people} kind={kind} onClose={() => newChatStore.setState({ open: false, people: [], kind: 'group' })} />
    </Suspense>
  );
}
