import { useState } from 'react';
import classes from './Picture.module.css';

/** A picture over the initials: it covers them once it is there, and leaves them where it cannot be shown. */
export function Picture({ url }: { url: string }) {
  const [state, setState] = useState<'coming' | 'shown' | 'failed'>('coming');
  if (state === 'failed') return null;
  return <img className={classes.picture} src={url} alt="" draggable={false} decoding="async" data-shown={state === 'shown' || undefined} onLoad={() => setState('shown')} onError={() => setState('failed')} />;
}
