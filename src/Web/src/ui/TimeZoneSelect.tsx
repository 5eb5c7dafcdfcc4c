import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { timeZoneOptions } from '@/app/format/timeZones';
import { useLocale } from '@/app/i18n/useLocale';

type TimeZoneSelectProps = Omit<SelectProps, 'data' | 'value' | 'onChange'> & { value?: string; onChange?: (value: string) => void };

export function TimeZoneSelect({ value = '', onChange, ...rest }: TimeZoneSelectProps) {
  const locale = useLocale();
  const options = useMemo(() => timeZoneOptions(locale, value), [locale, value]);
  return <Select {...rest} data={options} value={value} searchable allowDeselect={false} limit={100} maxDropdownHeight={280} onChange={(zone) => zone && onChange?.(zone)} />;
}
