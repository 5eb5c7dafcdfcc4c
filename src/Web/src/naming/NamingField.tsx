import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameCheck } from '@/api/types';
import { markFindings } from './applyFinding';
import { NameFindings } from './NameFindings';
import classes from './NamingField.module.css';

type NamingFieldProps = {
  value: string;
  onChange: (name: string) => void;
  check: NameCheck | undefined;
  latest: NameCheck | undefined;
  listLength: number;
  error?: string | undefined;
};

/** A chat's name while it is written: underlined where something could be better, with what would be. */
export function NamingField({ value, onChange, check, latest, listLength, error }: NamingFieldProps) {
  const { t } = useTranslation();
  const waves = useRef<HTMLDivElement>(null);
  const length = check?.length ?? Array.from(value).length;
  const max = latest?.maxLength ?? listLength;

  const fixAll = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.code !== 'KeyF' || !check?.suggestion) return;
    event.preventDefault();
    onChange(check.suggestion);
  };

  return (
    <div className={classes.block}>
      <div className={classes.head}>
        <label htmlFor="chat-name" className={classes.label}>
          {t('newChat.name')}
        </label>
        {value && (
          <span className={classes.length} data-over={length > max || undefined} title={t('newChat.length', { length, max })}>
            {length} / {max}
          </span>
        )}
      </div>
      <div className={classes.place}>
        <TextInput
          id="chat-name"
          value={value}
          maxLength={400}
          autoComplete="off"
          spellCheck={false}
          error={error}
          placeholder={t('newChat.namePlaceholder')}
          onKeyDown={fixAll}
          onChange={(event) => onChange(event.currentTarget.value)}
          onScroll={(event) => waves.current?.scrollTo({ left: event.currentTarget.scrollLeft })}
        />
        <div className={classes.waves} ref={waves} aria-hidden="true">
          {check &&
            markFindings(value, check.findings).map((piece, index) => (
              <span key={index} data-severity={piece.severity}>
                {piece.text}
              </span>
            ))}
        </div>
      </div>
      {check && <NameFindings name={value} check={check} onChange={onChange} />}
    </div>
  );
}
