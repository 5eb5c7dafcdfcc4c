/** Reads the secret after `#` and takes it out of the address bar, the history and everything that copies them. */
export function takeFragment(): string {
  const secret = decodeURIComponent(window.location.hash.replace(/^#/, ''));
  if (secret) window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return secret;
}
