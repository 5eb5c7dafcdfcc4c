import { TextInput, type TextInputProps } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './IconButton';

type SearchFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
} & Pick<TextInputProps, 'className' | 'id' | 'placeholder' | 'onKeyDown'>;

export function SearchField({ label, value, onChange, hint, placeholder, onKeyDown, ...rest }: SearchFieldProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);

  const clear = () => {
    onChange('');
    input.current?.focus();
  };
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && value) {
      event.stopPropagation();
      onChange('');
    }
    onKeyDown?.(event);
  };

  return (
    <TextInput
      {...rest}
      ref={input}
      type="search"
      aria-label={label}
      placeholder={placeholder ?? label}
      value={value}
      maxLength={200}
      autoComplete="off"
      spellCheck={false}
      leftSection={<IconSearch size={17} stroke={1.75} aria-hidden="true" />}
      rightSection={value ? <IconButton icon={IconX} iconSize={16} size={28} label={t('do.clear')} onClick={clear} /> : hint}
      rightSectionWidth={value ? 36 : 60}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={handleKeyDown}
    />
  );
}
