import type { ReactNode } from 'react';
import { Brand } from '@/ui/Brand';
import { Toasts } from '@/ui/Toasts';
import classes from './FrontDoor.module.css';
import { LanguageMenu } from './LanguageMenu';
import { ThemeMenu } from './ThemeMenu';
import { useDocumentTitle } from './useDocumentTitle';

type FrontDoorProps = { title: string; brand: string; side?: ReactNode; foot?: ReactNode; children: ReactNode };

/** The pages before one is in: what this is at the left, what to do at the right; on a phone only the second. */
export function FrontDoor({ title, brand, side, foot, children }: FrontDoorProps) {
  useDocumentTitle(title);
  return (
    <div className={classes.door} data-split={side ? true : undefined}>
      {side && (
        <aside className={classes.side}>
          <Brand name={brand} />
          {side}
        </aside>
      )}
      <main className={classes.main} id="main">
        <div className={classes.top}>
          <div className={classes.brand}>
            <Brand name={brand} size={32} />
          </div>
          <div className={classes.choices}>
            <ThemeMenu />
            <LanguageMenu />
          </div>
        </div>
        <div className={classes.middle}>{children}</div>
        {foot && <p className={classes.foot}>{foot}</p>}
      </main>
      <Toasts />
    </div>
  );
}
