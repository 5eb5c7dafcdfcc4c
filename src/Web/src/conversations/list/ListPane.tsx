import { VisuallyHidden } from '@mantine/core';
import { IconEdit, IconHash, IconListSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLayout } from '@/app/useLayout';
import { useMe } from '@/organizations/me';
import { AccountMenu } from '@/app/shell/AccountMenu';
import { ChannelsDialog } from '@/channels/ChannelsDialog';
import { useSearchPlace } from '@/search/useSearchPlace';
import { Filters } from '@/ui/Filters';
import { IconButton } from '@/ui/IconButton';
import { Kbd } from '@/ui/Kbd';
import { SearchField } from '@/ui/SearchField';
import { useDebounced } from '@/ui/useDebounced';
import type { ConversationFilter } from '../keys';
import { ConversationList } from './ConversationList';
import classes from './ListPane.module.css';

type ListPaneProps = { selectedId: string | undefined; onNew?: (() => void) | undefined };

export function ListPane({ selectedId, onNew }: ListPaneProps) {
  const { t } = useTranslation();
  const me = useMe();
  const layout = useLayout();
  const phone = layout === 'phone';
  const single = phone || layout === 'narrow';
  const isGuest = me.role === 'guest';
  const [show, setShow] = useState<ConversationFilter['show']>('all');
  const [browsing, setBrowsing] = useState(false);
  const [search, setSearch] = useState('');
  const query = useDebounced(search.trim(), 200);
  const place = useSearchPlace();
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && search.trim()) place.open({ typed: search });
  };

  const shows: ConversationFilter['show'][] = me.can.manageMembers ? ['all', 'unread', 'clients', 'archived', 'managed'] : ['all', 'unread', 'clients', 'archived'];
  return (
    <>
      {(phone || isGuest) && (
        <div className={classes.title}>
          {single ? <h1>{t('chats.title')}</h1> : <h2>{t('chats.title')}</h2>}
          <AccountMenu />
        </div>
      )}
      {single && !phone && !isGuest && (
        <VisuallyHidden component="h1">{t('chats.title')}</VisuallyHidden>
      )}
      <div className={classes.head} role="search">
        <SearchField label={t('chats.search')} value={search} onChange={setSearch} onKeyDown={keyDown} className={classes.search} hint={phone ? undefined : <Kbd>Ctrl K</Kbd>} />
        <IconButton icon={IconListSearch} label={t('search.open')} hint={phone ? undefined : 'Ctrl Shift F'} className={classes.new} onClick={() => place.open({ typed: search })} />
        {!isGuest && <IconButton icon={IconHash} label={t('channels.button')} className={classes.new} onClick={() => setBrowsing(true)} />}
        {onNew && !phone && <IconButton icon={IconEdit} label={t('chats.new')} hint="Alt N" className={classes.new} onClick={onNew} />}
      </div>
      {!isGuest && (
        <div className={classes.filters}>
          <Filters label={t('chats.filters')} value={show} options={shows.map((value) => ({ value, label: value === 'archived' ? t('channels.filter') : t(`chats.filter.${value}`) }))} onChange={setShow} />
        </div>
      )}
      {query && (
        <button type="button" className={classes.further} onClick={() => place.open({ typed: search })}>
          <IconListSearch size={17} stroke={1.75} aria-hidden="true" />
          <span>{t('search.messagesWith', { query })}</span>
        </button>
      )}
      <ConversationList filter={{ show: isGuest ? 'all' : show, query }} selectedId={selectedId} onNew={onNew} />
      {browsing && <ChannelsDialog onClose={() => setBrowsing(false)} />}
      {onNew && phone && (
        <button type="button" className={classes.float} aria-label={t('chats.new')} onClick={onNew}>
          <IconEdit size={22} stroke={1.75} aria-hidden="true" />
        </button>
      )}
    </>
  );
}
