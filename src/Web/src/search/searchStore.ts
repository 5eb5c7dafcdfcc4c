import { create } from 'zustand';

export type Part = 'all' | 'messages' | 'files' | 'conversations' | 'people';
export type Span = { since?: string; until?: string };
export type Asked = {
  typed: string;
  part: Part;
  conversation?: { id: string; name: string } | undefined;
  author?: { participantId: string; displayName: string; isClient: boolean } | undefined;
  span: Span;
};

type SearchState = Asked & { open: boolean; asked: number };

export const nothingAsked: Asked = { typed: '', part: 'all', conversation: undefined, author: undefined, span: {} };

/** The search stands where the list is, and stays there while one reads what was found. */
export const searchStore = create<SearchState>(() => ({ ...nothingAsked, open: false, asked: 0 }));

export function openSearch(asked: Partial<Asked> = {}): void {
  searchStore.setState((before) => ({
    ...(asked.conversation || asked.typed !== undefined ? nothingAsked : before),
    ...asked,
    ...(asked.conversation && { part: 'messages' as const }),
    open: true,
    asked: before.asked + 1,
  }));
}

/** By its address; what one is typing there is not begun anew. */
export function openSearchAt(typed: string | undefined): void {
  const now = searchStore.getState();
  if (!now.open) openSearch(typed === undefined ? {} : { typed });
  else if (typed !== undefined && typed !== now.typed.trim()) openSearch({ typed });
}

export function closeSearch(): void {
  searchStore.setState({ ...nothingAsked, open: false });
}

export function ask(change: Partial<Asked>): void {
  searchStore.setState(change);
}

export const isNarrowed = ({ author, span, conversation }: Pick<Asked, 'author' | 'span' | 'conversation'>): boolean =>
  author !== undefined || conversation !== undefined || span.since !== undefined || span.until !== undefined;
