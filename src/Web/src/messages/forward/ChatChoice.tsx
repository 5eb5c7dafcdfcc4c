import { TextInput } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationItem } from '@/api/types';
import { ClientCount } from '@/conversations/ClientCount';
import { ConversationAvatar } from '@/conversations/ConversationAvatar';
import { allConversations } from '@/conversations/keys';
import { rowsOf } from '@/conversations/list/rows';
import { conversationsQuery } from '@/conversations/queries';
import { useDebounced } from '@/ui/useDebounced';
import classes from './ForwardDialog.module.css';

type ChatChoiceProps = { value: ConversationItem | undefined; onChange: (value: ConversationItem) => void };

const atMost = 30;

/** One chat out of those that one is in: what is typed narrows them, arrows move, Enter takes. */
export function ChatChoice({ value, onChange }: ChatChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  const [search, setSearch] = useState('');
  const [at, setAt] = useState(0);
  const query = useDebounced(search.trim(), 150);
  const recent = useInfiniteQuery(conversationsQuery(allConversations));
  const found = useInfiniteQuery({ ...conversationsQuery({ show: 'all', query }), enabled: query !== '', placeholderData: (before) => before });

  const typed = search.trim().toLowerCase();
  const isSettled = query === search.trim() && (query === '' || (!found.isPlaceholderData && !found.isPending));
  const chats = rowsOf(query ? found.data : recent.data)
    .filter(({ joined, name }) => joined !== false && (isSettled || name.toLowerCase().includes(typed)))
    .slice(0, atMost);
  const active = chats[Math.min(at, chats.length - 1)];

  const keyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && chats.length > 0) {
      event.preventDefault();
      const next = (Math.min(at, chats.length - 1) + step + chats.length) % chats.length;
      setAt(next);
      document.getElementById(`${id}-${chats[next]?.id}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      if (active) onChange(active);
    }
  };

  return (
    <div>
      <TextInput
        label={t('forward.search')}
        placeholder={t('forward.placeholder')}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? `${id}-${active.id}` : undefined}
        value={search}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        leftSection={<IconSearch size={17} stroke={1.75} aria-hidden="true" />}
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={keyDown}
      />
      <div className={classes.chats} role="listbox" id={`${id}-list`} aria-label={t('forward.chats')}>
        {chats.map((chat) => (
          <div
            key={chat.id}
            id={`${id}-${chat.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={chat.id === value?.id}
            data-active={chat === active || undefined}
            className={classes.chat}
            onPointerMove={() => setAt(chats.indexOf(chat))}
            onClick={() => onChange(chat)}
            onKeyDown={keyDown}
          >
            <ConversationAvatar conversation={chat} size={28} />
            <span className={classes.name}>{chat.name}</span>
            {chat.isClientChat && chat.clientCount > 0 && <ClientCount count={chat.clientCount} />}
            {chat.id === value?.id && <IconCheck size={18} stroke={1.75} className={classes.chosen} aria-hidden="true" />}
          </div>
        ))}
      </div>
      {chats.length === 0 && isSettled && !recent.isPending && (
        <p className={classes.nothing} role="status">
          {t('forward.nothing')}
        </p>
      )}
    </div>
  );
}
