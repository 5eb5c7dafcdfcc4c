import { Checkbox } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './CardList.module.css';
import type { Column, DataTableProps } from './DataTable';

/** A table on a phone: the first column is the title, the state stands at the right, the rest below. */
export function CardList<T>({ label, rows, columns, idOf, tintOf, selection, onOpen, onEnd }: DataTableProps<T>) {
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => {
    const element = end.current;
    if (!element || !onEnd) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && onEnd());
    watch.observe(element);
    return () => watch.disconnect();
  }, [onEnd, rows.length]);

  const placed = (card: Column<T>['card']) => columns.filter((column) => (column.card ?? 'line') === card);
  return (
    <ul className={classes.cards} aria-label={label}>
      {rows.map((row) => (
        <li
          key={idOf(row)}
          className={classes.card}
          data-tint={tintOf?.(row)}
          data-opens={onOpen ? true : undefined}
          onClick={(event) => onOpen && !(event.target as Element).closest('button, a, input, label') && onOpen(row)}
        >
          <div className={classes.head}>
            {selection?.isOpen(row) && <Checkbox aria-label={selection.label(row)} checked={selection.ids.has(idOf(row))} onChange={() => selection.onToggle(row)} />}
            <div className={classes.title}>{placed('title').map((column) => <div key={column.key}>{column.cell(row)}</div>)}</div>
            <div className={classes.side}>{placed('side').map((column) => <div key={column.key}>{column.cell(row)}</div>)}</div>
          </div>
          <dl className={classes.lines}>
            {placed('line').map((column) => (
              <CardLine key={column.key} name={column.header} content={column.cell(row)} />
            ))}
          </dl>
          {placed('actions').map((column) => (
            <div key={column.key} className={classes.actions}>
              {column.cell(row)}
            </div>
          ))}
        </li>
      ))}
      <li ref={end} aria-hidden="true" />
    </ul>
  );
}

function CardLine({ name, content }: { name: string; content: ReactNode }) {
  if (content === null || content === undefined || content === '') return null;
  return (
    <div className={classes.line}>
      <dt>{name}</dt>
      <dd>{content}</dd>
    </div>
  );
}
