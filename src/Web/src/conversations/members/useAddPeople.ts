import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '@/api/client';
import type { Conversation, History, Member } from '@/api/types';
import { toast } from '@/ui/toasts';
import { conversationKeys } from '../keys';

type Added = { added: Member[]; refused: Member[] };

/** Adds one after the other; what the server refuses for one does not undo the others, but is told. */
export function useAddPeople({ id }: Conversation, onDone: () => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();

  return useMutation({
    mutationFn: async ({ people, history }: { people: Member[]; history: History }): Promise<Added> => {
      const added: Member[] = [];
      const refused: Member[] = [];
      let problem: unknown;
      for (const person of people) {
        try {
          await api.put(`/conversations/${id}/members/${person.id}`, { history });
          added.push(person);
        } catch (error) {
          problem = error;
          refused.push(person);
        }
      }
      if (added.length === 0) throw problem;
      return { added, refused };
    },
    onSuccess: ({ added, refused }) => {
      const [first] = added;
      if (first) toast(added.length === 1 ? t('addPeople.addedOne', { name: first.displayName }) : t('addPeople.added', { count: added.length }));
      if (refused.length === 0) onDone();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: conversationKeys.one(id), predicate: ({ queryKey }) => queryKey[2] !== 'log' }),
  });
}
