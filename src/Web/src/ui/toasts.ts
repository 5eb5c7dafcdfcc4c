import { create } from 'zustand';

export type Toast = {
  id: number;
  text: string;
  tone: 'ok' | 'danger' | 'info';
  action?: { label: string; run: () => void };
};

type Toasts = { queue: Toast[] };

export const toastStore = create<Toasts>(() => ({ queue: [] }));

let lastId = 0;

export function toast(text: string, options: Partial<Pick<Toast, 'tone' | 'action'>> = {}): void {
  lastId += 1;
  const next: Toast = { id: lastId, text, tone: 'ok', ...options };
  toastStore.setState(({ queue }) => ({ queue: [...queue.filter((other) => other.text !== text), next] }));
}

export function dismissToast(id: number): void {
  toastStore.setState(({ queue }) => ({ queue: queue.filter((other) => other.id !== id) }));
}
