import type { MessageEntry } from '@/api/types';

const length = 200;

/** The beginning of a message as lists and quotations show it; without words it is known by what it passes on or by its first file, as on the server. */
export function excerptOf({ text, attachments, forwarded }: Pick<MessageEntry, 'text' | 'attachments' | 'forwarded'>): string {
  if (text === '' && forwarded?.text) return `↪ ${forwarded.text}`.slice(0, length);
  const [first, ...others] = attachments ?? [];
  if (text !== '' || !first) return text.slice(0, length);
  return `📎 ${first.name}${others.length > 0 ? ` +${others.length}` : ''}`.slice(0, length);
}
