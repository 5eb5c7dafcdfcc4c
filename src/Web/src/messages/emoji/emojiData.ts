import type { EmojiData } from 'frimousse';
import type { Locale } from '@/api/types';

const load = {
  ru: () => import('emojibase-data/ru/data.json'),
  en: () => import('emojibase-data/en/data.json'),
};

/** The groups in the order of the data; the third one holds skin tones and other parts, which are no emoji by themselves. */
export const emojiGroups = ['smileys', 'people', undefined, 'nature', 'food', 'travel', 'activities', 'objects', 'symbols', 'flags'] as const;

/** All emoji with search words in the reader's language; they come with the app, and nothing is asked from elsewhere. */
export async function loadEmoji(locale: Locale, nameOf: (group: Exclude<(typeof emojiGroups)[number], undefined>) => string): Promise<EmojiData> {
  const { default: all } = await load[locale]();
  return {
    locale,
    emojis: all
      .filter(({ group }) => group !== undefined && emojiGroups[group] !== undefined)
      .map(({ emoji, group, label, version, tags }) => ({ emoji: tidyEmoji(emoji), category: group ?? 0, label, version, tags: tags ?? [] })),
    categories: emojiGroups.flatMap((group, index) => (group ? [{ index, label: nameOf(group) }] : [])),
    skinTones: { light: '', 'medium-light': '', medium: '', 'medium-dark': '', dark: '' },
  };
}

/** The server keeps emoji without the sign that asks for the picture; it is shown as one all the same. */
export function tidyEmoji(emoji: string): string {
  return emoji.replace(/\uFE0F+$/u, '');
}

export function asPicture(emoji: string): string {
  return `${tidyEmoji(emoji)}\uFE0F`;
}
