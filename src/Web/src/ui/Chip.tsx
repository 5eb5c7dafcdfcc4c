import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Chip.module.css';

export type Tone = 'neutral' | 'client' | 'ok' | 'warn' | 'danger' | 'info';

export function Chip({ tone = 'neutral', icon: IconMark, children }: { tone?: Tone; icon?: Icon; children: ReactNode }) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {IconMark && <IconMark size={13} stroke={1.75} aria-hidden="true" />}
      <span className={classes.text}>{children}</span>
    </span>
  );
}
