import { useEffect } from 'react';
import { tellLive } from './connection';

const awayAfter = 5 * 60_000;

/** Tells that nobody looks at the app any more, and that somebody does again. */
export function usePresence(): void {
  useEffect(() => {
    let timer: number | undefined;
    let isAway = false;
    const look = () => {
      window.clearTimeout(timer);
      if (document.visibilityState === 'hidden') {
        timer = window.setTimeout(() => {
          isAway = true;
          void tellLive('away');
        }, awayAfter);
      } else if (isAway) {
        isAway = false;
        void tellLive('back');
      }
    };
    document.addEventListener('visibilitychange', look);
    look();
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
}
