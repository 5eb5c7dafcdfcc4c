import { create } from 'zustand';

/** Chats that closed for this person while the page was open. */
export const lostStore = create<{ ids: Record<string, true> }>(() => ({ ids: {} }));

export function markLost(id: string): void {
  lostStore.setState(({ ids }) => ({ ids: { ...ids, [id]: true } }));
}

export function unmarkLost(id: string): void {
  lostStore.setState(({ ids }) => {
    const { [id]: _, ...rest } = ids;
    return { ids: rest };
  });
}
