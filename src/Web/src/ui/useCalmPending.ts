import { useEffect, useRef, useState } from 'react';

const delay = 150;
const atLeast = 300;

/** A skeleton comes only after 150 ms, and then stays for at least 300 ms, so that nothing flickers. */
export function useCalmPending(pending: boolean): boolean {
  const [shown, setShown] = useState(false);
  const shownAt = useRef(0);

  useEffect(() => {
    if (pending === shown) return;
    const wait = pending ? delay : Math.max(0, shownAt.current + atLeast - Date.now());
    const timer = window.setTimeout(() => {
      if (pending) shownAt.current = Date.now();
      setShown(pending);
    }, wait);
    return () => window.clearTimeout(timer);
  }, [pending, shown]);

  return shown;
}
