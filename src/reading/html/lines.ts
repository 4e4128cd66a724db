import { blanks, type Draft, numbered } from '../line.ts';
import type { PrintedLine } from '../printed.ts';
import type { Look } from './look.ts';

/** A line of a page, with the number of its list in front. */
export function printedLine(
  draft: Draft,
  { indent: said = 0, align, heading, within }: Look,
  native: PrintedLine['native'],
  source: number,
): PrintedLine {
  const text = draft.text.trim();
  const lead = draft.text.length - draft.text.trimStart().length;
  const front = native ? numbered(native.number, text) : '';
  const marked = draft.marked(front);
  const indent = said + blanks(draft.text.slice(0, lead));
  return {
    kind: 'line',
    text: front + text,
    source,
    ...(native && { native }),
    ...(align && { align }),
    ...(indent !== 0 && { indent }),
    ...(heading && { heading }),
    ...(marked.length > 0 && { marked }),
    ...(draft.size && { size: draft.size }),
    ...(within && { within }),
  };
}

const han = '[\\p{Script=Han}　-〿＀-￯“”‘’—…]';
const between = new RegExp(`(?<=${han})[ \\t\\f]*[\\r\\n][ \\t\\r\\n\\f]*(?=${han})`, 'gu');

/** Blanks and breaks of the source are one blank, and none between Han characters, at the beginning or behind a blank. */
export function collapsed(text: string, end: string): string {
  const plain = text.replace(between, '').replace(/[ \t\r\n\f]+/g, ' ');
  return end === '' || end === ' ' ? plain.replace(/^ /, '') : plain;
}
