/** A text as names and words are compared: without case, with е for ё. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е');
}
