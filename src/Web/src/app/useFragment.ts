import { useEffect, useState } from 'react';

/** Reads the secret after `#` and takes it out of the address bar, the history and everything that copies them. */
function takeFragment(): string {
  const secret = decodeURIComponent(window.location.hash.replace(/^#/, ''));
  if (secret) window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return secret;
}

/** The secret that this page was opened with; a second link opened in the same tab replaces it. */
export function useFragment(): string {
  const [secret, setSecret] = useState(takeFragment);
  useEffect(() => {
    const take = () => {
      const next = takeFragment();
      if (next) setSecret(next);
    };
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  return secret;
}
