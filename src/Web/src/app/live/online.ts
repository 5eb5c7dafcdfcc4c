import { create } from 'zustand';

type Online = {
  /** What the browser says of the network. */
  network: boolean;
  /** The live connection has been lost for longer than a hiccup. */
  liveLost: boolean;
};

export const onlineStore = create<Online>(() => ({ network: navigator.onLine, liveLost: false }));

window.addEventListener('online', () => onlineStore.setState({ network: true }));
window.addEventListener('offline', () => onlineStore.setState({ network: false }));

export function useOnline(): boolean {
  return onlineStore((state) => state.network && !state.liveLost);
}
