import type { ReactNode } from 'react';
import classes from './Bubble.module.css';
import type { Look, Side } from './rows';

type BubbleProps = { look: Look; side: Side; startsGroup: boolean; failed?: boolean; children: ReactNode };

export function Bubble({ look, side, startsGroup, failed = false, children }: BubbleProps) {
  return (
    <div className={classes.bubble} data-look={look} data-side={side} data-starts={startsGroup || undefined} data-failed={failed || undefined}>
      {children}
    </div>
  );
}
