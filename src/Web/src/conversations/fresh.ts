import { create } from 'zustand';

/** Chats that have just appeared: their row flashes once. */
export const freshStore = create<{ ids: Record<string, true> }>(() => ({ ids: {} }));

export function markFresh(id: string): void {
  freshStore.setState(({ ids }) => ({ ids: { ...ids, [id]: true } }));
  window.setTimeout(() => {
    freshStore.setState(({ ids }) => {
      const { [id]: _, ...rest } = ids;
      return { ids: rest };
    });
  }, 4000);
}
