import type { ReactNode } from 'react';
import { Avatar } from './Avatar';
import classes from './PersonCell.module.css';

type PersonCellProps = { id: string; name: string; url?: string | undefined; fact?: ReactNode; isClient?: boolean; onOpen?: (() => void) | undefined; openLabel?: string };

/** A person in a table: face, name, one fact. The name is the button that opens the profile. */
export function PersonCell({ id, name, url, fact, isClient = false, onOpen, openLabel }: PersonCellProps) {
  return (
    <span className={classes.person}>
      <Avatar id={id} name={name} url={url} size={32} isClient={isClient} />
      <span className={classes.lines}>
        {onOpen ? (
          <button type="button" className={classes.open} aria-label={openLabel} onClick={onOpen}>
            {name}
          </button>
        ) : (
          <span className={classes.name}>{name}</span>
        )}
        {fact && <span className={classes.fact}>{fact}</span>}
      </span>
    </span>
  );
}
