import { withBoldMarks } from '../text/bold.ts';

/** The characters that mean something in markup; a backslash in front takes the meaning away. */
const special = /[\\*#|:]/g;
/** Stands for a star that makes bold while the others are escaped; no document can hold it. */
const boldStar = '\u0001';

/** XML 1.0 §2.2 forbids them; they come from spreadsheets and are of no use in a document. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are meant
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Every way in which a line ends, in files of all systems and in what Word copies. */
const breaks = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

/** A text as a document can hold it. */
export function printable(text: string): string {
  return text.replace(forbidden, '');
}

/** Most values have nothing in them that anything would be taken for. */
const harmless = /^[\dA-Za-z\u4E00-\u9FFF]*$/;

/** Makes a value inert: whatever it contains is printed as it is, and its line breaks stay inside the paragraph. */
export function escapeValue(value: string): string {
  if (harmless.test(value)) return value;
  return value
    .replace(breaks, '\n')
    .replace(forbidden, '')
    .trim()
    .replace(special, '\\$&')
    .replace(/^[\^<]/, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\t/g, ' ');
}

/** Makes the text of a plan inert except for **bold** and its line breaks, which make its paragraphs. */
export function escapeProse(text: string): string {
  return escapePiece(withBoldStars(text));
}

/** Marks, at the same length, what is bold in a text that is escaped piece by piece: a pair may reach over a variable. */
export function withBoldStars(text: string): string {
  return withBoldMarks(text.replaceAll(boldStar, '\u0002'), boldStar);
}

export function escapePiece(piece: string): string {
  return piece
    .replace(breaks, '\n')
    .replace(special, '\\$&')
    .replaceAll(boldStar, '*')
    .replace(forbidden, '')
    .replace(/\t/g, ' ');
}

/** The lines of a value that is escaped: they are parted by \\n, and no other backslash stands in front of an n. */
export function markupLines(markup: string): string[] {
  const lines = [''];
  for (const [piece] of markup.matchAll(/\\n|\\[^n]?|[^\\]+/g))
    if (piece === '\\n') lines.push('');
    else lines[lines.length - 1] += piece;
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** Puts a text of several paragraphs on one line, as a cell of a table needs it. */
export function oneLine(markup: string): string {
  return markup.replace(/\n+/g, '\\n');
}
