import { Combobox, PillsInput, useCombobox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member, Role } from '@/api/types';
import { memberSearchQuery } from '@/organizations/people/memberQueries';
import { Avatar } from './Avatar';
import { PersonOption } from './PersonOption';
import classes from './PeoplePicker.module.css';
import { useDebounced } from './useDebounced';

type PeoplePickerProps = {
  label: string;
  roles: Role[];
  exclude: string[];
  value: Member[];
  onChange: (value: Member[]) => void;
  single?: boolean;
  error?: string | undefined;
  description?: string | undefined;
};

/** While the answer for the last key is on the way, only those stay who fit what is typed. */
function mentions({ displayName, email = '', company = '' }: Member, search: string): boolean {
  return `${displayName} ${email} ${company}`.toLowerCase().includes(search.trim().toLowerCase());
}

/** People as pills; whoever is outside the company is violet here too. */
export function PeoplePicker({ label, roles, exclude, value, onChange, single = false, error, description }: PeoplePickerProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const query = useDebounced(search.trim(), 200);
  const found = useQuery(memberSearchQuery({ roles, status: 'active', query }));
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  const taken = new Set([...exclude, ...value.map(({ id }) => id)]);
  const isSettled = query === search.trim() && !found.isPlaceholderData;
  const options = (found.data ?? []).filter((person) => !taken.has(person.id) && (isSettled || mentions(person, search)));
  const full = single && value.length > 0;
  const offered = options.map(({ id }) => id).join();
  const pointAtFirst = useEffectEvent(() => combobox.selectFirstOption());
  useEffect(() => {
    if (combobox.dropdownOpened) pointAtFirst();
  }, [offered, combobox.dropdownOpened]);

  const add = (id: string) => {
    const person = options.find((option) => option.id === id);
    if (!person) return;
    onChange(single ? [person] : [...value, person]);
    setSearch('');
    combobox.closeDropdown();
  };
  const remove = (person: Member) => onChange(value.filter(({ id }) => id !== person.id));
  const keyDown = (event: KeyboardEvent) => {
    const last = value.at(-1);
    if (event.key === 'Backspace' && search === '' && last) remove(last);
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={add} shadow="md" position="bottom-start" withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput label={label} description={description} error={error} classNames={{ input: classes.input }} onClick={() => combobox.openDropdown()}>
          <div className={classes.pills}>
            {value.map((person) => (
              <span key={person.id} className={classes.pill} data-client={person.isClient || undefined}>
                <Avatar id={person.id} name={person.displayName} url={person.avatarUrl} size={22} />
                <span className={classes.name}>{person.displayName}</span>
                <button type="button" className={classes.remove} aria-label={t('newChat.remove', { name: person.displayName })} onClick={() => remove(person)}>
                  <IconX size={14} stroke={1.75} aria-hidden="true" />
                </button>
              </span>
            ))}
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                className={classes.field}
                role="combobox"
                aria-label={label}
                value={search}
                maxLength={100}
                disabled={full}
                placeholder={full ? '' : t(value.length > 0 ? 'newChat.add' : 'newChat.addMore')}
                onBlur={() => combobox.closeDropdown()}
                onKeyDown={keyDown}
                onChange={(event) => {
                  combobox.openDropdown();
                  setSearch(event.currentTarget.value);
                }}
              />
            </Combobox.EventsTarget>
          </div>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={full}>
        <Combobox.Options mah={280} className={classes.options} aria-label={label}>
          {options.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              <PersonOption person={person} />
            </Combobox.Option>
          ))}
          {options.length === 0 && <Combobox.Empty>{t(found.isPending ? 'loading' : 'newChat.nobody')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
