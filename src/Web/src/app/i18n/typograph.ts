export type Texts = { [key: string]: string | Texts };

const shortWord = /(?<=^|[\s(«„"\u00A0])(в|с|к|у|о|и|а|на|не|ни|но|по|за|из|от|до|для|со|во|об|ко|без|при|под|над|что|как|или)\s+(?=\S)/giu;
const beforeDash = /\s+([–—])/g;
const afterCount = /(\{\{(?:count|clients|employees|days|hours|minutes)\}\})\s+(?=\p{L})/gu;

/** Binds what a Russian line must not break: short words to the next one, numbers to what they count. */
export function typograph(text: string): string {
  const bound = text.replace(shortWord, '$1\u00A0');
  return bound.replace(beforeDash, '\u00A0$1').replace(afterCount, '$1\u00A0');
}

export function typographAll(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [key, typeof value === 'string' ? typograph(value) : typographAll(value)]),
  );
}
