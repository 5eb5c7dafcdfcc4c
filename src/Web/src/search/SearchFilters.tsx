import { Popover, TextInput } from '@mantine/core';
import { IconCalendar, IconMessageCircle, IconUser, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longDay } from '@/app/format/dates';
import { useDateReader } from '@/app/format/useDateReader';
import { AuthorChoice } from './AuthorChoice';
import classes from './SearchPane.module.css';
import { ask, type Span, searchStore } from './searchStore';
import { dayIn, startOf } from './spans';

/** Who wrote it, when, and in which chat. */
export function SearchFilters() {
  const { t } = useTranslation();
  const { conversation, author, span } = searchStore();
  const spanText = useSpanText(span);

  return (
    <div className={classes.filters} role="group" aria-label={t('search.filters')}>
      {conversation && <Chosen icon={<IconMessageCircle size={15} stroke={1.75} />} text={conversation.name} onClear={() => ask({ conversation: undefined, part: 'all' })} />}
      <Filter icon={<IconUser size={15} stroke={1.75} />} label={t('search.author')} text={author?.displayName} onClear={() => ask({ author: undefined })}>
        {(close) => (
          <AuthorChoice
            conversationId={conversation?.id}
            onChoose={(person) => {
              ask({ author: person, part: 'messages' });
              close();
            }}
          />
        )}
      </Filter>
      <Filter icon={<IconCalendar size={15} stroke={1.75} />} label={t('search.when')} text={spanText} onClear={() => ask({ span: {} })}>
        {() => <SpanChoice span={span} />}
      </Filter>
    </div>
  );
}

type FilterProps = { icon: ReactNode; label: string; text: string | undefined; onClear: () => void; children: (close: () => void) => ReactNode };

function Filter({ icon, label, text, onClear, children }: FilterProps) {
  const [open, setOpen] = useState(false);
  if (text !== undefined) return <Chosen icon={icon} text={text} onClear={onClear} />;
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <button type="button" className={classes.filter} aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
          {icon}
          {label}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.choice} aria-label={label}>
        {children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  );
}

function Chosen({ icon, text, onClear }: { icon: ReactNode; text: string; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={classes.filter} data-chosen aria-label={t('search.without', { what: text })} onClick={onClear}>
      {icon}
      <span className={classes.chosen}>{text}</span>
      <IconX size={14} stroke={1.75} aria-hidden="true" />
    </button>
  );
}

const recent = [
  ['today', 1],
  ['week', 7],
  ['month', 30],
  ['year', 365],
] as const;

function SpanChoice({ span }: { span: Span }) {
  const { t } = useTranslation();
  const { timeZone, now } = useDateReader();
  const day = 86_400_000;
  return (
    <div className={classes.span}>
      {recent.map(([name, days]) => (
        <button key={name} type="button" className={classes.option} onClick={() => ask({ span: { since: startOf(dayIn(now - (days - 1) * day, timeZone), timeZone) }, part: 'messages' })}>
          {t(`search.days.${name}`)}
        </button>
      ))}
      <TextInput
        type="date"
        label={t('search.since')}
        value={span.since ? dayIn(Date.parse(span.since), timeZone) : ''}
        onChange={({ currentTarget: { value } }) => value && ask({ span: { ...span, since: startOf(value, timeZone) }, part: 'messages' })}
      />
      <TextInput
        type="date"
        label={t('search.until')}
        value={span.until ? dayIn(Date.parse(span.until) - day, timeZone) : ''}
        onChange={({ currentTarget: { value } }) => value && ask({ span: { ...span, until: startOf(dayIn(Date.parse(`${value}T12:00:00Z`) + day, 'UTC'), timeZone) }, part: 'messages' })}
      />
    </div>
  );
}

function useSpanText({ since, until }: Span): string | undefined {
  const { t } = useTranslation();
  const reader = useDateReader();
  const from = since && longDay(since, reader);
  const to = until && longDay(new Date(Date.parse(until) - 1).toISOString(), reader);
  if (from && to) return t('search.between', { from, to });
  if (from) return t('search.from', { from });
  return to ? t('search.to', { to }) : undefined;
}
