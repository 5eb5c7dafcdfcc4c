import { vi } from 'vitest';

/** Waits for what is sure to come, however busy the machine is. */
export function eventually(check: () => void): Promise<void> {
  return vi.waitFor(check, { timeout: 15_000 });
}
