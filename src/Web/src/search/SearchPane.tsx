import { Button, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconClock, IconMoodEmpty, IconSearch, IconX } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Found } from '@/api/types';
import { useLayout } from '@/app/useLayout';
import { useMe } from '@/organizations/me';
import { ErrorState } from '@/ui/ErrorState';
import { Filters } from '@/ui/Filters';
import { IconButton } from '@/ui/IconButton';
import { Loading } from '@/ui/Loading';
import { Notice } from '@/ui/Notice';
import { SkeletonRows } from '@/ui/Skeleton';
import { StateView } from '@/ui/StateView';
import { useDebounced } from '@/ui/useDebounced';
import { FoundRow } from './FoundRow';
import { forgetSearches, recentSearches } from './recent';
import { SearchFilters } from './SearchFilters';
import classes from './SearchPane.module.css';
import { isEnough, searchQuery } from './searchQuery';
import { ask, isNarrowed, type Part, searchStore } from './searchStore';
import { useOpenFound } from './useOpenFound';
import { useSearchPlace } from './useSearchPlace';

const parts: Part[] = ['all', 'messages', 'files', 'conversations', 'people'];

/** Messages, chats and people by what one remembers of them. Stands in place of the list. */
export function SearchPane() {
  const { t } = useTranslation();
  const layout = useLayout();
  const { open: _, asked, ...now } = searchStore();
  const place = useSearchPlace();
  const field = useRef<HTMLInputElement>(null);
  const [at, setAt] = useState(0);
  const typed = useDebounced(now.typed.trim(), 200);
  const query = useInfiniteQuery(searchQuery({ ...now, typed }));
  const narrowed = isNarrowed(now);
  const single = layout === 'phone' || layout === 'narrow';

  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  useAddress(typed);

  const items = isEnough(now.typed.trim()) ? (query.data?.pages ?? []).flatMap((page) => page.items) : [];
  const active = items[Math.min(at, items.length - 1)];
  const openFound = useOpenFound(now.typed.trim());

  const keyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length > 0) {
      event.preventDefault();
      const next = Math.max(0, Math.min(items.length - 1, Math.min(at, items.length - 1) + step));
      setAt(next);
      document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      openFound(active);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (now.typed) ask({ typed: '' });
      else place.close(now.conversation);
    }
  };

  return (
    <div className={classes.pane} role="search">
      <VisuallyHidden component={single ? 'h1' : 'h2'}>{t('search.title')}</VisuallyHidden>
      <div className={classes.head}>
        <IconButton icon={single ? IconArrowLeft : IconX} iconSize={single ? 22 : 19} label={t('search.close')} hint={single ? undefined : 'Esc'} onClick={() => place.close(now.conversation)} />
        <div className={classes.field}>
          <IconSearch size={17} stroke={1.75} aria-hidden="true" />
          <input
            ref={field}
            type="search"
            role="combobox"
            aria-expanded={items.length > 0}
            aria-controls="found"
            aria-activedescendant={active ? idOf(Math.min(at, items.length - 1)) : undefined}
            aria-label={t(now.conversation ? 'search.inChat' : 'search.title')}
            placeholder={t(now.conversation ? 'search.inChat' : 'search.placeholder')}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={now.typed}
            onChange={(event) => {
              ask({ typed: event.currentTarget.value });
              setAt(0);
            }}
            onKeyDown={keyDown}
          />
        </div>
      </div>
      {!narrowed && <div className={classes.parts}>
        <Filters label={t('search.parts')} value={now.part} options={parts.map((value) => ({ value, label: t(`search.part.${value}`) }))} onChange={(part) => ask({ part })} />
      </div>}
      {(now.part === 'all' || now.part === 'messages' || now.part === 'files') && <SearchFilters />}
      <div className={classes.results}>
        {!isEnough(now.typed.trim()) ? (
          <Beginning />
        ) : query.isError && !query.data ? (
          <ErrorState error={query.error} what={t('search.what')} onRetry={() => void query.refetch()} />
        ) : (
          <Loading pending={query.isPending} skeleton={<SkeletonRows rows={6} />}>
            {query.data?.pages[0]?.catchingUp && <Notice tone="info">{t('search.catchingUp')}</Notice>}
            <p className={classes.status} role="status">
              {items.length > 0 && !query.isPlaceholderData && t(query.hasNextPage ? 'search.atLeast' : 'search.found', { count: items.length })}
            </p>
            {items.length > 0 && (
              <div role="listbox" id="found" aria-label={t('search.results')} aria-busy={query.isPlaceholderData}>
                {sectionsOf(items).map(({ type, from, found }) => (
                  <div key={type} role="group" aria-label={t(`search.section.${type}`)}>
                    {now.part === 'all' && !narrowed && (
                      <p className={classes.label} aria-hidden="true">
                        {t(`search.section.${type}`)}
                      </p>
                    )}
                    {found.map((one, i) => (
                      <div
                        key={keyOf(one)}
                        id={idOf(from + i)}
                        role="option"
                        tabIndex={-1}
                        aria-selected={one === active}
                        className={classes.row}
                        onPointerMove={() => setAt(from + i)}
                        onClick={() => openFound(one)}
                        onKeyDown={keyDown}
                      >
                        <FoundRow found={one} inChat={now.conversation !== undefined} />
                      </div>
                    ))}
                  </div>
                ))}
              </div>
            )}
            {query.hasNextPage && (
              <Button variant="subtle" size="xs" className={classes.more} loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('search.more')}
              </Button>
            )}
            {items.length === 0 && !query.isPlaceholderData && <Nothing typed={typed} narrowed={narrowed || now.part !== 'all'} />}
          </Loading>
        )}
      </div>
    </div>
  );
}

/** Where the search is the page, its address says what is looked for. */
function useAddress(typed: string): void {
  const navigate = useNavigate();
  const isPage = useRouterState({ select: (state) => state.location.pathname === '/search' });
  useEffect(() => {
    if (isPage) void navigate({ to: '/search', search: typed ? { q: typed } : {}, replace: true });
  }, [isPage, typed, navigate]);
}

function Beginning() {
  const { t } = useTranslation();
  const me = useMe();
  const [recent, setRecent] = useState(() => recentSearches(me.id));
  const examples = ['words', 'phrase', 'without', 'name'] as const;

  return (
    <div className={classes.beginning}>
      {recent.length > 0 && (
        <section aria-labelledby="recent-searches">
          <div className={classes.top}>
            <h2 className={classes.label} id="recent-searches">
              {t('search.recent')}
            </h2>
            <button
              type="button"
              className={classes.forget}
              onClick={() => {
                forgetSearches(me.id);
                setRecent([]);
              }}
            >
              {t('search.forget')}
            </button>
          </div>
          <ul>
            {recent.map((typed) => (
              <li key={typed}>
                <button type="button" className={classes.option} onClick={() => ask({ typed })}>
                  <IconClock size={16} stroke={1.75} aria-hidden="true" />
                  <span className={classes.name}>{typed}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2 className={classes.label}>{t('search.examples')}</h2>
      <dl className={classes.examples}>
        {examples.map((example) => (
          <div key={example}>
            <dt>{t(`search.example.${example}.typed`)}</dt>
            <dd>{t(`search.example.${example}.finds`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Nothing({ typed, narrowed }: { typed: string; narrowed: boolean }) {
  const { t } = useTranslation();
  const { conversation } = searchStore();
  return (
    <StateView icon={IconMoodEmpty} title={t('search.nothing', { query: typed })} text={conversation ? t('search.nothingIn', { name: conversation.name }) : t('search.nothingText')}>
      {narrowed && (
        <Button variant="default" size="xs" onClick={() => ask({ part: 'all', author: undefined, span: {}, conversation: undefined })}>
          {t('search.everywhere')}
        </Button>
      )}
    </StateView>
  );
}

const idOf = (index: number): string => `found-${index}`;

const keyOf = (found: Found): string =>
  found.type === 'message' ? `${found.conversationId}/${found.number}` : found.type === 'file' ? `${found.conversationId}/${found.fileId}` : found.type === 'conversation' ? found.conversationId : found.person.participantId;

function sectionsOf(items: Found[]): { type: Found['type']; from: number; found: Found[] }[] {
  const types: Found['type'][] = ['person', 'conversation', 'file', 'message'];
  return types.flatMap((type) => {
    const found = items.filter((item) => item.type === type);
    return found.length > 0 ? [{ type, from: items.findIndex((item) => item.type === type), found }] : [];
  });
}
