import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Convention, Member } from '@/api/types';
import { conventionsQuery, useListLength } from '@/naming/conventionsQuery';
import { type NameParts, useComposedName } from '@/naming/useComposedName';
import { useMe } from '@/organizations/me';

/** The name of a chat being made: from a convention and its parts, until somebody writes it freely. */
export function useChatName(people: Member[]) {
  const me = useMe();
  const conventions = useQuery(conventionsQuery).data?.value;
  const listLength = useListLength();
  const [name, setName] = useState('');
  const [isFree, setFree] = useState(false);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [written, setWritten] = useState<Partial<NameParts>>({});
  const [responsibleId, setResponsibleId] = useState(me.id);

  const items = conventions?.items ?? [];
  const convention: Convention | undefined = items.find(({ id }) => id === chosen) ?? items.find(({ isDefault }) => isDefault) ?? items[0];
  const parts: NameParts = { project: '', work: '', ...written, client: written.client ?? clientName(people) };
  const responsible = convention?.parts.includes('responsible') ? responsibleId : undefined;
  useComposedName({ convention: convention?.id, parts: onlyUsed(parts, convention), responsibleMemberId: responsible, enabled: !isFree }, setName);

  return {
    name,
    conventions: items,
    convention,
    parts,
    responsibleId,
    listLength,
    write: (next: string) => {
      setFree(next !== '');
      setName(next);
    },
    choose: (id: string) => {
      setFree(false);
      setChosen(id);
    },
    fill: (part: keyof NameParts, text: string) => {
      setFree(false);
      setWritten((now) => ({ ...now, [part]: text }));
    },
    answer: (memberId: string) => {
      setFree(false);
      setResponsibleId(memberId);
    },
  };
}

export type ChatNaming = ReturnType<typeof useChatName>;

function onlyUsed(parts: NameParts, convention: Convention | undefined): NameParts {
  const used = (part: keyof NameParts) => (convention?.parts.includes(part) ? parts[part] : '');
  return { project: used('project'), client: used('client'), work: used('work') };
}

/** The client's company says more in a list than his name does. */
function clientName(people: Member[]): string {
  const guest = people.find(({ isClient }) => isClient);
  return guest ? (guest.company ?? guest.lastName) : '';
}
