import { afterEach, beforeEach, vi } from 'vitest';
import { speak, startI18n } from '@/app/i18n/i18n';

// jsdom has no layout to ask.
window.matchMedia = (query: string) =>
  Object.assign(new EventTarget(), { matches: false, media: query, onchange: null, addListener: () => undefined, removeListener: () => undefined }) as MediaQueryList;

await startI18n();

beforeEach(() => speak('ru'));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  localStorage.clear();
});
