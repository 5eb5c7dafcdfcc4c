import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle, type Icon, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from './Chip';
import classes from './Notice.module.css';

const icons: Record<Exclude<Tone, 'client'>, Icon> = {
  neutral: IconInfoCircle,
  info: IconInfoCircle,
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  danger: IconExclamationCircle,
};

type NoticeProps = {
  tone?: Exclude<Tone, 'client'>;
  icon?: Icon;
  role?: 'alert' | 'status';
  actions?: ReactNode;
  children: ReactNode;
};

/** A coloured strip at the place it speaks about. */
export function Notice({ tone = 'info', icon, role, actions, children }: NoticeProps) {
  const IconMark = icon ?? icons[tone];
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <IconMark size={18} stroke={1.75} aria-hidden="true" />
      <div className={classes.text}>{children}</div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
