import { Popover } from '@mantine/core';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './EmojiPopover.module.css';

const EmojiPanel = lazy(() => import('./EmojiPanel').then(({ EmojiPanel }) => ({ default: EmojiPanel })));

type EmojiPopoverProps = {
  opened: boolean;
  onChange: (opened: boolean) => void;
  onPick: (emoji: string) => void;
  position?: 'top-start' | 'top-end' | 'bottom-end';
  /** The button that opens it. */
  children: ReactElement;
};

export function EmojiPopover({ opened, onChange, onPick, position = 'bottom-end', children }: EmojiPopoverProps) {
  const { t } = useTranslation();
  return (
    <Popover opened={opened} onChange={onChange} position={position} withinPortal trapFocus returnFocus>
      <Popover.Target>{children}</Popover.Target>
      <Popover.Dropdown className={classes.box} aria-label={t('emoji.title')} onKeyDown={(event) => event.stopPropagation()}>
        <Suspense fallback={<p className={classes.waiting}>{t('emoji.loading')}</p>}>
          <EmojiPanel
            onPick={(emoji) => {
              onChange(false);
              onPick(emoji);
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
