import { simplified } from '../text/script.ts';

/** A number typed in front of a title. */
const number =
  /^(?:第?[一二三四五六七八九十百]+[、.．]|[（(](?:[一二三四五六七八九十]+|\d+)[）)]|\d+[.．、])/;

/** A title without its number, marks and blanks: what two titles are compared by. */
export function bare(title: string): string {
  return simplified(title.trim())
    .replace(number, '')
    .replace(/[^\p{L}\p{N}{}]/gu, '');
}

/** The text of a title on one line, for a message. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, '').trim();
}
