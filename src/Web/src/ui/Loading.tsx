import type { ReactNode } from 'react';
import { useCalmPending } from './useCalmPending';

/** Shows the skeleton calmly, then the content. Content that is there already is never blanked. */
export function Loading({ pending, skeleton, children }: { pending: boolean; skeleton: ReactNode; children: ReactNode }) {
  const calm = useCalmPending(pending);
  if (calm) return skeleton;
  return pending ? null : children;
}
