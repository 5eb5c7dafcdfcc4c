import type { ReactNode } from 'react';
import classes from './FrontText.module.css';

export function FrontTitle({ children }: { children: ReactNode }) {
  return <h1 className={classes.title}>{children}</h1>;
}

export function FrontLead({ children }: { children: ReactNode }) {
  return <p className={classes.lead}>{children}</p>;
}

export function FrontPitch({ title, text }: { title: string; text: string }) {
  return (
    <div className={classes.pitch}>
      <p className={classes.slogan}>{title}</p>
      <p className={classes.about}>{text}</p>
    </div>
  );
}

export function TwoFields({ children }: { children: ReactNode }) {
  return <div className={classes.two}>{children}</div>;
}

export function FrontForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
