import { type KeyboardEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Viewers } from '@/api/types';
import { useMe } from '@/organizations/me';
import { type Candidate, candidatesFor, type MentionQuery, mentionQueryAt } from './mention';

type MentionPicker = {
  candidates: Candidate[];
  active: number;
  setActive: (index: number) => void;
  /** Looks at what stands before the caret. */
  look: () => void;
  close: () => void;
  choose: (candidate: Candidate) => void;
  /** Whether the key was meant for the list. */
  onKeyDown: (event: KeyboardEvent) => boolean;
};

/** Offers whom one may call while he types a name after an @. */
export function useMentionPicker(field: RefObject<HTMLTextAreaElement | null>, viewers: Viewers | undefined, write: (text: string) => void): MentionPicker {
  const { t } = useTranslation();
  const me = useMe();
  const [query, setQuery] = useState<MentionQuery | undefined>(undefined);
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<number | undefined>(undefined);

  const everyone = me.role === 'guest' ? undefined : { name: t('mentions.everyone'), word: t('mentions.everyoneWord') };
  const candidates = query && viewers && query.start !== closedAt ? candidatesFor(query.typed, viewers, me.id, everyone) : [];

  const look = () => {
    const { value = '', selectionStart = 0, selectionEnd = 0 } = field.current ?? {};
    const found = selectionStart === selectionEnd ? mentionQueryAt(value, selectionStart) : undefined;
    if (found?.start !== query?.start) setClosedAt(undefined);
    if (found?.start !== query?.start || found?.typed !== query?.typed) setActive(0);
    setQuery(found);
  };
  const close = () => setClosedAt(query?.start);
  const choose = ({ text: name }: Candidate) => {
    const place = field.current;
    if (!query || !place) return;
    const after = place.value.slice(place.selectionStart);
    const said = `@${name}${after.startsWith(' ') ? '' : ' '}`;
    const caret = query.start + said.length + (after.startsWith(' ') ? 1 : 0);
    write(place.value.slice(0, query.start) + said + after);
    setQuery(undefined);
    window.setTimeout(() => {
      place.focus();
      place.setSelectionRange(caret, caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const chosen = candidates[active];
    if (!chosen || event.nativeEvent.isComposing) return false;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setActive((active + (event.key === 'ArrowDown' ? 1 : candidates.length - 1)) % candidates.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && !event.ctrlKey && !event.metaKey) choose(chosen);
    else if (event.key === 'Escape') close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return { candidates, active, setActive, look, close, choose, onKeyDown };
}
