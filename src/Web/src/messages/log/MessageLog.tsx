import { type KeyboardEvent, type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso';
import { JumpDown } from './JumpDown';
import { LogRow } from './LogRow';
import classes from './MessageLog.module.css';
import { LogEnd, LogScroller, LogStart } from './LogParts';
import type { Row } from './rows';
import { useBottomAnchor } from './useBottomAnchor';
import { nextStart, type VirtualStart } from './virtualIndex';

export type LogHandle = { toBottom: () => void; toNumber: (index: number) => void; focus: () => void };

type MessageLogProps = {
  rows: Row[];
  label?: string;
  hasBefore: boolean;
  hasAfter: boolean;
  startAt: number | undefined;
  unseen: number;
  handle: Ref<LogHandle>;
  beginning: string;
  failed: boolean;
  onOlder: () => void;
  onNewer: () => void;
  onBottom: (atBottom: boolean) => void;
  onJumpDown: () => void;
  onKey: (event: KeyboardEvent, row: Row | undefined) => void;
};

const bottomThreshold = 48;

/** The log of a conversation: bottom-anchored, virtual, and still under the reader's eyes while history comes in above. */
export function MessageLog(props: MessageLogProps) {
  const { rows, label, hasBefore, hasAfter, startAt, unseen, handle, beginning, failed, onOlder, onNewer, onBottom, onJumpDown, onKey } = props;
  const { t } = useTranslation();
  const list = useRef<VirtuosoHandle>(null);
  const place = useRef<HTMLDivElement>(null);
  const start = useRef<VirtualStart | undefined>(undefined);
  const [active, setActive] = useState<string | undefined>(undefined);

  const firstItemIndex = useMemo(() => {
    start.current = nextStart(start.current, rows);
    return start.current.index;
  }, [rows]);
  const [initial] = useState(() => (startAt === undefined || startAt < 0 ? { index: rows.length - 1, align: 'end' as const } : { index: startAt, align: 'start' as const, offset: -48 }));

  const toBottom = useCallback(() => list.current?.scrollToIndex({ index: 'LAST', align: 'end' }), []);
  const focusRow = useCallback((key: string | undefined) => {
    const find = () => key !== undefined && place.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
    const row = find();
    if (row) row.focus({ preventScroll: false });
  }, []);

  useImperativeHandle(handle, () => ({
    toBottom,
    toNumber: (index) => {
      anchor.leave();
      list.current?.scrollToIndex({ index, align: 'center' });
    },
    focus: () => {
      const key = active ?? rows.at(-1)?.key;
      setActive(key);
      focusRow(key);
    },
  }));

  const isAtBottom = useCallback(() => {
    const scroller = place.current?.querySelector('[data-virtuoso-scroller]');
    return scroller?.querySelector('[data-row]') ? scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight <= bottomThreshold : false;
  }, []);
  const anchor = useBottomAnchor(startAt === undefined && !hasAfter, toBottom, isAtBottom, onBottom);
  useEffect(() => {
    if (!place.current) return;
    const watch = new ResizeObserver(anchor.hold);
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [anchor.hold]);

  const move = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    setActive(row.key);
    list.current?.scrollIntoView({ index: rows.indexOf(row), done: () => focusRow(row.key) });
  };

  const keyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.dataset.row) return;
    const index = rows.findIndex((row) => row.key === active);
    const step = { ArrowUp: -1, k: -1, ArrowDown: 1, j: 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      move((index < 0 ? rows.length - 1 : index) + step);
    } else if (event.key === 'Home') move(0);
    else if (event.key === 'End') move(rows.length - 1);
    else onKey(event, rows[index]);
  };

  const focusable = active !== undefined && rows.some((row) => row.key === active) ? active : rows.at(-1)?.key;
  return (
    <div className={classes.log} ref={place} role="log" aria-live="off" aria-label={label ?? t('messages.log')} id={label ? undefined : 'messages'} data-pane={label ? undefined : 'log'} onKeyDown={keyDown} {...anchor.inputs}>
      <Virtuoso<Row, Context>
        ref={list}
        data={rows}
        context={{ hasBefore, beginning, failed, onRetry: onOlder }}
        firstItemIndex={firstItemIndex}
        initialTopMostItemIndex={initial}
        alignToBottom={!label}
        increaseViewportBy={{ top: 800, bottom: 400 }}
        atBottomThreshold={bottomThreshold}
        followOutput={(bottom) => (bottom && !hasAfter ? 'auto' : false)}
        atBottomStateChange={anchor.change}
        totalListHeightChanged={anchor.hold}
        startReached={() => hasBefore && onOlder()}
        endReached={() => hasAfter && onNewer()}
        computeItemKey={(_, row) => row.key}
        itemContent={(_, row) => <LogRow row={row} focusable={row.key === focusable} onFocus={() => setActive(row.key)} />}
        components={{ Scroller: LogScroller, Header: LogStart, Footer: LogEnd }}
      />
      {(!anchor.atBottom || hasAfter) && <JumpDown count={unseen} onClick={onJumpDown} />}
    </div>
  );
}

export type Context = { hasBefore: boolean; beginning: string; failed: boolean; onRetry: () => void };
