import { useEffect, type RefObject } from 'react';
import { create } from 'zustand';
import type { FoundMessage } from '@/api/types';

type FoundMark = { conversationId: string; number: number; words: string[] };

/** The message that was opened from a search: what was found is marked in it. */
export const foundStore = create<{ mark: FoundMark | undefined }>(() => ({ mark: undefined }));

export function markFound({ conversationId, number, text, highlights }: FoundMessage): void {
  const words = highlights.map(({ start, length }) => text.slice(start, start + length).toLowerCase());
  foundStore.setState({ mark: { conversationId, number, words: [...new Set(words)] } });
}

export function unmarkFound(): void {
  foundStore.setState({ mark: undefined });
}

const name = 'found';

/** Marks the words where they stand, without touching what was written; browsers that cannot do so mark the message alone. */
export function useFoundMark(place: RefObject<HTMLElement | null>, conversationId: string | undefined, number: number | undefined): boolean {
  const mark = foundStore((state) => (number !== undefined && state.mark?.conversationId === conversationId && state.mark?.number === number ? state.mark : undefined));

  useEffect(() => {
    if (!mark || !place.current || !('highlights' in CSS)) return;
    CSS.highlights.set(name, new Highlight(...rangesOf(place.current, mark.words)));
    return () => void CSS.highlights.delete(name);
  }, [mark, place]);

  return mark !== undefined;
}

function rangesOf(place: HTMLElement, words: string[]): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = (node.nodeValue ?? '').toLowerCase();
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, Math.min(at + word.length, node.nodeValue?.length ?? 0));
        ranges.push(range);
      }
    }
  }
  return ranges;
}
