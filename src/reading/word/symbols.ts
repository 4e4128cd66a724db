import { codePoint } from 'dingbat-to-unicode';
import type { RunSaid } from './said.ts';

/** Fonts that show signs in the place of letters. */
const faces = /^(?:Symbol|Webdings|Wingdings(?: [23])?)$/i;

/** Text as it looks in its face: signs of symbol fonts are kept in a private range, U+F020 to U+F0FF. */
export function symbols(text: string, { latin, han }: RunSaid): string {
  if (!/[\uF020-\uF0FF]/.test(text)) return text;
  const face = [latin, han].find((each) => faces.test(each ?? ''));
  return face ? text.replace(/[\uF020-\uF0FF]/g, (sign) => symbol(face, sign.charCodeAt(0))) : text;
}

/** The character that Unicode has for a sign of a symbol font; in other fonts the place is a character itself. */
export function symbol(face: string, place: number): string {
  const known = faces.test(face) ? codePoint(face, place & 0xff)?.string : undefined;
  // Symbol has a piece of an arrow there, which only ever serves as a dash.
  return known === '\u23af' ? '—' : (known ?? String.fromCharCode(place));
}
