import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './StateView.module.css';

type StateViewProps = {
  icon: Icon;
  title: string;
  text?: ReactNode;
  tone?: 'neutral' | 'danger' | 'ok';
  children?: ReactNode;
  heading?: 'h1' | 'h2' | 'p';
  role?: 'alert' | 'status';
};

/** What stands where content would: empty, failed, gone. One sentence, why, one action. */
export function StateView({ icon: IconMark, title, text, tone = 'neutral', children, heading: Heading = 'p', role }: StateViewProps) {
  return (
    <div className={classes.state} role={role}>
      <span className={classes.icon} data-tone={tone} aria-hidden="true">
        <IconMark size={22} stroke={1.75} />
      </span>
      <Heading className={classes.title}>{title}</Heading>
      {text && <p className={classes.text}>{text}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  );
}
