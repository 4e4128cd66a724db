import { simplified } from '../text/script.ts';

/** A number typed in front of a title. */
const number =
  /^(?:第?[一二三四五六七八九十百]+[、.．]|[（(](?:[一二三四五六七八九十]+|\d+)[）)]|\d+[.．、])/;

/** All but letters, digits and the braces of variables. */
const marks = /[^\p{L}\p{N}{}]/gu;
/** Most texts have no others, which is told without the tables of all scripts. */
const usualMarks = /[\s，、。；：“”《》（）—…%#/,.;:()-]/g;
const onlyWords = /^[一-龥A-Za-z0-9{}]*$/;

/** The words of a text alone, to compare it by. */
export function wordsOnly(text: string): string {
  const words = text.replace(usualMarks, '');
  return onlyWords.test(words) ? words : words.replace(marks, '');
}

/** A title without its number, marks and blanks: what two titles are compared by. */
export function bare(title: string): string {
  return wordsOnly(simplified(title.trim()).replace(number, ''));
}

/** The text of a title on one line, for a message. */
export function oneLine(text: string): string {
  return text.replace(/(?<!\s)\s*\n\s*/g, '').trim();
}
