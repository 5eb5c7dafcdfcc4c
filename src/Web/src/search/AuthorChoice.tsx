import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { FoundHuman, SearchAnswer } from '@/api/types';
import { participantsQuery } from '@/conversations/queries';
import { useMe } from '@/organizations/me';
import { Avatar } from '@/ui/Avatar';
import { SearchField } from '@/ui/SearchField';
import { useDebounced } from '@/ui/useDebounced';
import classes from './SearchPane.module.css';
import { isEnough, searchKeys } from './searchQuery';
import type { Asked } from './searchStore';

type Author = NonNullable<Asked['author']> & { avatarUrl?: string };
const atMost = 8;

/** Whose messages: the people of the chat where one is chosen, else whoever is found by name. */
export function AuthorChoice({ conversationId, onChoose }: { conversationId: string | undefined; onChoose: (person: Author) => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed.trim(), 150);
  const inChat = useQuery({ ...participantsQuery(conversationId ?? ''), enabled: conversationId !== undefined });
  const found = useQuery({
    queryKey: [...searchKeys.all, 'authors', query],
    queryFn: async ({ signal }) => (await api.get<SearchAnswer>('/search', { signal, query: { query, in: 'people', limit: atMost } })).items as FoundHuman[],
    enabled: conversationId === undefined && isEnough(query),
    placeholderData: (before) => before,
  });

  const own: Author = { participantId: me.id, displayName: me.displayName, isClient: me.role === 'guest' };
  const people: Author[] = conversationId
    ? (inChat.data ?? []).filter(({ displayName }) => displayName.toLowerCase().includes(typed.trim().toLowerCase()))
    : isEnough(query)
      ? (found.data ?? []).map(({ person }) => person)
      : [own];

  return (
    <div className={classes.span}>
      <SearchField label={t('search.authorName')} value={typed} onChange={setTyped} />
      {people.slice(0, atMost).map((person) => (
        <button key={person.participantId} type="button" className={classes.option} onClick={() => onChoose(person)}>
          <Avatar id={person.participantId} name={person.displayName} url={person.avatarUrl} size={26} isClient={person.isClient} />
          <span className={classes.name}>{person.participantId === me.id ? t('search.byMe') : person.displayName}</span>
        </button>
      ))}
      {people.length === 0 && (found.isFetched || conversationId) && <p className={classes.note}>{t('search.nobody')}</p>}
    </div>
  );
}
