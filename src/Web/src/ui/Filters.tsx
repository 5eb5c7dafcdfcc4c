import { useEffect, useRef } from 'react';
import classes from './Filters.module.css';

type Filter<T extends string> = { value: T; label: string; count?: number | undefined };
type FiltersProps<T extends string> = { label: string; value: T; options: Filter<T>[]; onChange: (value: T) => void };

/** A row of pills, one of which is pressed. */
export function Filters<T extends string>({ label, value, options, onChange }: FiltersProps<T>) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector("[aria-pressed='true']")?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, [value]);

  return (
    <div ref={place} className={classes.filters} role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" className={classes.filter} aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.label}
          {option.count !== undefined && <span className={classes.count}>{option.count}</span>}
        </button>
      ))}
    </div>
  );
}
