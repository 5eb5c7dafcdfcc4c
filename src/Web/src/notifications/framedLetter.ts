const tag = /<[a-z][^>]*>/gi;
const styleAttribute = /(\s)style(\s*=)/gi;
const styleElement = /<style(?=[\s>])[\s\S]*?<\/style\s*>/gi;

/** Style attributes are laid aside, to be put on by script; style elements cannot be allowed and go. */
export function framedLetter(html: string): string {
  return html.replace(styleElement, '').replace(tag, (whole) => whole.replace(styleAttribute, '$1data-style$2'));
}
