import { eastAsianWidth } from 'get-east-asian-width';

/** Columns a text takes on a terminal: 2 for Han characters and full-width marks, 1 for the rest. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += widthOf(character.codePointAt(0) ?? 0);
  return columns;
}

/** The two ranges of nearly all that is ever measured are known without a search. */
function widthOf(code: number): number {
  if (code < 0x300) return 1;
  return code >= 0x4e00 && code <= 0x9fff ? 2 : eastAsianWidth(code);
}

/** Blank text exactly as wide as the given one, whatever font the terminal uses for full-width characters. */
export function blank(text: string): string {
  return [...text]
    .map((character) => (character === '\t' ? '\t' : width(character) === 2 ? '\u3000' : ' '))
    .join('');
}
