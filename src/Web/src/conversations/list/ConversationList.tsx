import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '@/app/useLayout';
import { preferencesStore } from '@/settings/look/preferences';
import { ErrorState } from '@/ui/ErrorState';
import { Loading } from '@/ui/Loading';
import { SkeletonRows } from '@/ui/Skeleton';
import type { ConversationFilter } from '../keys';
import { conversationsQuery } from '../queries';
import classes from './ConversationList.module.css';
import { ConversationRow } from './ConversationRow';
import { EmptyList } from './EmptyList';
import { rowsOf } from './rows';
import { useCalmOrder } from './useCalmOrder';

type ConversationListProps = { filter: ConversationFilter; selectedId: string | undefined; onNew?: (() => void) | undefined };

export function ConversationList({ filter, selectedId, onNew }: ConversationListProps) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({ ...conversationsQuery(filter), placeholderData: (before) => before });
  const all = useMemo(() => rowsOf(query.data), [query.data]);
  const calm = useCalmOrder(all);

  if (query.isError && !query.data) return <ErrorState error={query.error} what={t('what.chats')} onRetry={() => void query.refetch()} />;
  return (
    <div className={classes.list} onPointerMove={calm.aim} onPointerLeave={calm.release}>
      {calm.hasNewer && (
        <button type="button" className={classes.newer} onClick={calm.release}>
          <IconArrowUp size={15} stroke={1.75} aria-hidden="true" />
          {t('list.updated')}
        </button>
      )}
      <Loading pending={query.isPending} skeleton={<SkeletonRows rows={8} />}>
        {all.length === 0 ? (
          <EmptyList filter={filter} onNew={onNew} />
        ) : (
          <VirtualRows rows={calm.rows} selectedId={selectedId} onEnd={() => query.hasNextPage && !query.isFetchingNextPage && void query.fetchNextPage()} />
        )}
      </Loading>
    </div>
  );
}

type VirtualRowsProps = { rows: ReturnType<typeof rowsOf>; selectedId: string | undefined; onEnd: () => void };

function VirtualRows({ rows, selectedId, onEnd }: VirtualRowsProps) {
  const { t } = useTranslation();
  const phone = useIsPhone();
  const compact = preferencesStore((state) => state.density === 'compact');
  const place = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | undefined>(undefined);
  const height = phone ? 66 : compact ? 48 : 60;

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, height]);

  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const loadMore = useEffectEvent(() => onEnd());
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 5) loadMore();
  }, [lastShown, rows.length]);

  const tabStop = [focused, selectedId].find((id) => rows.some((row) => row.id === id)) ?? rows[0]?.id;
  const move = (event: KeyboardEvent) => {
    const index = rows.findIndex((row) => row.id === tabStop);
    const to = { ArrowUp: index - 1, ArrowDown: index + 1, Home: 0, End: rows.length - 1 }[event.key];
    const next = to === undefined || event.altKey ? undefined : rows[to];
    if (!next) return;
    event.preventDefault();
    setFocused(next.id);
    virtual.scrollToIndex(rows.indexOf(next));
    window.requestAnimationFrame(() => place.current?.querySelector<HTMLElement>(`[data-id="${next.id}"] a`)?.focus());
  };

  return (
    <div ref={place} className={classes.scroller} id="chat-list">
      <ul className={classes.rows} style={{ height: virtual.getTotalSize() }} aria-label={t('chats.list')}>
        {items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li
              key={item.key}
              data-id={row.id}
              className={classes.place}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              aria-setsize={rows.length}
              aria-posinset={item.index + 1}
            >
              <ConversationRow row={row} selected={row.id === selectedId} tabIndex={row.id === tabStop ? 0 : -1} onFocus={() => setFocused(row.id)} onKeyDown={move} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
