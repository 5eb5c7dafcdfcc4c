import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '@/app/useLayout';
import { preferencesStore } from '@/settings/look/preferences';
import { CardList } from './CardList';
import classes from './DataTable.module.css';

export type Column<T> = {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  align?: 'end';
  width?: string;
  /** Where the cell goes when the table becomes cards: the title, beside it, or a line below. */
  card?: 'title' | 'side' | 'line' | 'actions' | 'none';
  hideHeader?: boolean;
  hideBelow?: 'medium';
};

export type Selection<T> = { ids: Set<string>; label: (row: T) => string; isOpen: (row: T) => boolean; onToggle: (row: T) => void; onToggleAll: () => void; allLabel: string };

type DataTableProps<T> = {
  label: string;
  rows: T[];
  columns: Column<T>[];
  idOf: (row: T) => string;
  tintOf?: (row: T) => 'ok' | 'selected' | undefined;
  selection?: Selection<T> | undefined;
  onOpen?: ((row: T) => void) | undefined;
  onEnd?: (() => void) | undefined;
};

/** A table that scrolls with its page, draws only what is seen, and becomes cards on a phone. */
export function DataTable<T>(props: DataTableProps<T>) {
  return useIsPhone() ? <CardList {...props} /> : <Table {...props} />;
}

function Table<T>({ label, rows, columns, idOf, tintOf, selection, onOpen, onEnd }: DataTableProps<T>) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const compact = preferencesStore((state) => state.density === 'compact');
  const height = compact ? 44 : 56;

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current?.closest('main') ?? null,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: place.current?.offsetTop ?? 0,
  });
  useEffect(() => virtual.measure(), [virtual, height]);

  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const loadMore = useEffectEvent(() => onEnd?.());
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 10) loadMore();
  }, [lastShown, rows.length]);

  const first = items[0];
  const last = items.at(-1);
  const above = first ? first.start - virtual.options.scrollMargin : 0;
  const below = last ? virtual.getTotalSize() - (last.end - virtual.options.scrollMargin) : 0;
  const columnCount = columns.length + (selection ? 1 : 0);
  const open = selection ? rows.filter(selection.isOpen) : [];
  const chosen = selection ? open.filter((row) => selection.ids.has(idOf(row))).length : 0;

  return (
    <div ref={place} className={classes.place}>
      <table className={classes.table} aria-label={label} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {selection && (
              <th className={classes.check} scope="col">
                {open.length > 0 ? (
                  <Checkbox size="xs" aria-label={selection.allLabel} checked={chosen > 0 && chosen === open.length} indeterminate={chosen > 0 && chosen < open.length} onChange={selection.onToggleAll} />
                ) : (
                  <span className={classes.srOnly}>{selection.allLabel}</span>
                )}
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col" data-align={column.align} data-hide={column.hideBelow} style={{ width: column.width }}>
                {column.hideHeader ? <span className={classes.srOnly}>{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Spacer height={above} columns={columnCount} />}
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const id = idOf(row);
            return (
              <tr
                key={id}
                style={{ height: item.size }}
                aria-rowindex={item.index + 2}
                data-tint={tintOf?.(row)}
                data-opens={onOpen ? true : undefined}
                onClick={(event) => onOpen && !isControl(event.target) && onOpen(row)}
              >
                {selection && (
                  <td className={classes.check}>
                    {selection.isOpen(row) && <Checkbox size="xs" aria-label={selection.label(row)} checked={selection.ids.has(id)} onChange={() => selection.onToggle(row)} />}
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.key} data-align={column.align} data-hide={column.hideBelow}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {below > 0 && <Spacer height={below} columns={columnCount} />}
        </tbody>
      </table>
      <p className={classes.srOnly} role="status">
        {t('list.loaded', { count: rows.length })}
      </p>
    </div>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden="true" className={classes.spacer}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('button, a, input, label, [role="menu"], [role="dialog"]') !== null;
}

export type { DataTableProps };
