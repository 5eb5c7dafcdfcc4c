import { useSyncExternalStore } from 'react';

/** phone < 600, narrow < 900, medium < 1280, wide. */
export type Layout = 'phone' | 'narrow' | 'medium' | 'wide';

const steps: [Layout, string][] = [
  ['phone', '(max-width: 599.98px)'],
  ['narrow', '(max-width: 899.98px)'],
  ['medium', '(max-width: 1279.98px)'],
];
const queries = steps.map(([layout, query]) => [layout, window.matchMedia(query)] as const);

function current(): Layout {
  return queries.find(([, query]) => query.matches)?.[0] ?? 'wide';
}

function subscribe(changed: () => void): () => void {
  for (const [, query] of queries) query.addEventListener('change', changed);
  return () => {
    for (const [, query] of queries) query.removeEventListener('change', changed);
  };
}

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, current);
}

export function useIsPhone(): boolean {
  return useLayout() === 'phone';
}
