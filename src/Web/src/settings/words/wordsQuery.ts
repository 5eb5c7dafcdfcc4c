import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '@/api/client';
import type { Locale, NamingWords, WordLine } from '@/api/types';

export const wordsQuery = (language: Locale) =>
  queryOptions({
    queryKey: ['naming', 'words', language],
    queryFn: ({ signal }) => api.getTagged<NamingWords>(`/naming/dictionaries/${language}`, { signal }),
  });

/** Saves a whole dictionary; the one that was read is named, so that nobody's words are lost. */
export function useSaveWords(language: Locale, etag: string | undefined) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (items: WordLine[]) =>
      api.put<NamingWords>(`/naming/dictionaries/${language}`, { items: items.map(({ kind, word, value }) => ({ kind, word, value })) }, { headers: { 'If-Match': etag ?? '*' } }),
    onSettled: () => cache.invalidateQueries({ queryKey: wordsQuery(language).queryKey }),
  });
}
