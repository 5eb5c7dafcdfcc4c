import { useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { NoChatChosen } from '@/conversations/NoChatChosen';
import { openSearch, searchStore } from './searchStore';

/** A search with an address: `/search?q=`. */
export function SearchRoute() {
  const { q } = useSearch({ from: '/app/chats-layout/search' });
  useEffect(() => {
    if (q !== undefined) openSearch({ typed: q });
    else if (!searchStore.getState().open) openSearch();
  }, [q]);
  return <NoChatChosen />;
}
