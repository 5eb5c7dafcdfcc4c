import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { preferencesStore } from '@/settings/look/preferences';
import classes from './ListResizer.module.css';

const least = 280;
const most = 440;

/** The edge of the list can be drawn, or moved by the arrow keys. */
export function ListResizer() {
  const { t } = useTranslation();
  const width = preferencesStore((state) => state.listWidth);
  const resize = (to: number) => preferencesStore.setState({ listWidth: Math.round(Math.max(least, Math.min(most, to))) });

  const keyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (!step) return;
    event.preventDefault();
    resize(width + step);
  };
  const grab = (event: PointerEvent<HTMLElement>) => {
    const from = event.clientX;
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    handle.onpointermove = (move) => resize(width + move.clientX - from);
    handle.onpointerup = () => {
      handle.onpointermove = null;
      handle.onpointerup = null;
    };
  };

  return (
    <div
      className={classes.resizer}
      role="separator"
      aria-orientation="vertical"
      aria-label={t('chats.resize')}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={width}
      tabIndex={0}
      onKeyDown={keyDown}
      onPointerDown={grab}
      onDoubleClick={() => resize(348)}
    />
  );
}
