const letter = /\p{L}|\p{N}/u;

export function initialsOf(name: string): string {
  const words = name.split(/[\s|·,.:;«»"()–—-]+/u).filter((word) => letter.test(word));
  const letters = words.slice(0, 2).map((word) => Array.from(word).find((sign) => letter.test(sign)) ?? '');
  return letters.join('').toUpperCase() || '?';
}
