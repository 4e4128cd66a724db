import { stripped } from './strip.ts';

const han = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—·]/u;

/** Whether a wrapped line is joined to this character without a space. */
export function isHan(character: string): boolean {
  return han.test(character);
}

const beside = new RegExp(`(?<=${han.source}) (?=\\S)|(?<=\\S) (?=${han.source})`, 'gu');

/** A text without single blanks beside Chinese characters, which no wrapped line is joined with. */
export function withoutBlanks(text: string): string {
  return text.replace(beside, '');
}

/**
 * The paragraphs of a text: a blank line separates them, a wrapped line is joined to the one before,
 * with a space only between two words that are not Chinese.
 */
export function paragraphs(text: string): string[] {
  return text
    .split(/\n[ \t\u3000]*\n/)
    .map((paragraph) => joined(paragraph.split('\n')))
    .filter((paragraph) => paragraph !== '');
}

/** A paragraph is indented by its style, so blanks typed in front of or behind it are dropped. */
const blanks = ' \t\u3000';

function joined(lines: readonly string[]): string {
  const words = lines.map((line) => stripped(line, blanks)).filter(Boolean);
  return words.map((line, index) => between(words[index - 1], line) + line).join('');
}

/** What stands between two lines that are joined. */
function between(before: string | undefined, line: string): string {
  return before === undefined || isHan(before.slice(-1)) || isHan(line.charAt(0)) ? '' : ' ';
}

/** A text of several lines in one, its paragraphs run together as wrapped lines are. */
export function inOneLine(text: string): string {
  const lines = text.split(/\r\n?|\n/);
  return lines.length === 1 ? text : joined(lines);
}

/** The lines of a text that have words. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => stripped(line, blanks))
    .filter(Boolean);
}

/** A paragraph and, for each of its UTF-16 units, the place in the text that it was taken from; −1 for a space put in. */
export interface Located {
  text: string;
  places: readonly number[];
}

/** The same paragraphs as `paragraphs`, with their places. */
export function located(text: string): Located[] {
  const found: Located[] = [];
  let lines: string[] = [];
  let places: number[] = [];
  const finish = () => {
    if (lines.length > 0) found.push({ text: lines.join(''), places });
    lines = [];
    places = [];
  };
  let from = 0;
  for (const line of text.split('\n')) {
    const kept = stripped(line, blanks);
    if (kept === '') finish();
    else {
      const blank = between(lines.at(-1), kept);
      if (blank !== '') places.push(-1);
      lines.push(blank + kept);
      const start = from + line.indexOf(kept);
      for (let unit = 0; unit < kept.length; unit++) places.push(start + unit);
    }
    from += line.length + 1;
  }
  finish();
  return found;
}
