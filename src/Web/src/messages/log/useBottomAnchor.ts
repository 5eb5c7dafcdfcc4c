import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';

const intention = 500;
/** How long a jump may still be on its way, while rows are measured that were never shown. */
const jumping = 1500;

/**
 * Who reads the newest message stays there while rows grow: fonts and late facts change heights after they were measured.
 * Only a person's own scrolling lets go of the bottom.
 */
export function useBottomAnchor(startsAtBottom: boolean, toBottom: () => void, isAtBottom: () => boolean, onChange: (atBottom: boolean) => void) {
  const anchored = useRef(startsAtBottom);
  const movedAt = useRef(0);
  const isMeasured = useRef(startsAtBottom);
  const [atBottom, setAtBottom] = useState(startsAtBottom);

  const begin = useEffectEvent(() => {
    if (startsAtBottom) onChange(true);
  });
  useEffect(() => begin(), []);

  const noteMove = useCallback(() => {
    movedAt.current = Date.now();
  }, []);

  /** Goes somewhere else on purpose: the bottom lets go at once, whatever is measured on the way. */
  const leave = useCallback(() => {
    movedAt.current = Date.now() + jumping - intention;
    anchored.current = false;
  }, []);

  const change = useCallback(
    (bottom: boolean) => {
      const now = Date.now();
      const isOwnMove = now - movedAt.current < intention;
      if (!bottom && anchored.current && !isOwnMove) {
        toBottom();
        return;
      }
      if (!isMeasured.current) return;
      anchored.current = bottom;
      setAtBottom(bottom);
      onChange(bottom);
    },
    [toBottom, onChange],
  );

  // A list that starts at the first unread message is not measured yet when it first says where it stands.
  useEffect(() => {
    if (isMeasured.current) return;
    let timer = window.setTimeout(measure, intention);
    function measure() {
      if (Date.now() < movedAt.current) {
        timer = window.setTimeout(measure, intention);
        return;
      }
      isMeasured.current = true;
      change(isAtBottom());
    }
    return () => window.clearTimeout(timer);
  }, [change, isAtBottom]);

  const hold = useCallback(() => {
    if (anchored.current) toBottom();
  }, [toBottom]);

  const inputs = useMemo(() => ({ onWheel: noteMove, onTouchMove: noteMove, onPointerDown: noteMove, onKeyDownCapture: noteMove }), [noteMove]);
  return { atBottom, change, hold, leave, inputs };
}
