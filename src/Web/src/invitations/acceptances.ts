import { create } from 'zustand';

/** Invitations accepted while this page was looking: their rows are tinted for a while, and a notice tells. */
export const acceptanceStore = create<{ tinted: Record<string, true>; untold: string[] }>(() => ({ tinted: {}, untold: [] }));

export function noteAcceptance(id: string): void {
  acceptanceStore.setState(({ tinted, untold }) => ({ tinted: { ...tinted, [id]: true }, untold: [...untold, id] }));
  window.setTimeout(() => {
    acceptanceStore.setState(({ tinted: { [id]: _, ...rest } }) => ({ tinted: rest }));
  }, 10_000);
}

export function takeUntold(): string[] {
  const { untold } = acceptanceStore.getState();
  acceptanceStore.setState({ untold: [] });
  return untold;
}
