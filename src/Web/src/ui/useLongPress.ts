import { type PointerEvent, useRef } from 'react';

const holdFor = 450;

/** A long press of a finger; moving or lifting it takes it back. */
export function useLongPress(onPress: (target: HTMLElement) => void) {
  const timer = useRef<number | undefined>(undefined);
  const cancel = () => window.clearTimeout(timer.current);

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch') return;
      const target = event.currentTarget;
      timer.current = window.setTimeout(() => onPress(target), holdFor);
    },
    onPointerUp: cancel,
    onPointerCancel: cancel,
    onPointerMove: cancel,
  };
}
