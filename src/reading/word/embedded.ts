import { decode } from '../../text/encoding.ts';
import { htmlOf } from '../html/mhtml.ts';
import type { Printed } from '../printed.ts';
import { Overdone } from './scope.ts';

/** Reads a web page or a text within a Word file; few files have one, so who reads it is given when it is needed. */
export type TextReader = (text: string) => Printed;

/** There is a web page or a text within a Word file, and nobody to read it. */
export class EmbeddedText extends Error {}

/** Word files within each other are no more than these. */
const deepest = 3;

/** Reads what Word takes into a file when it opens it: another Word file, a web page, a text; undefined for anything else. */
export function embedded(
  bytes: Uint8Array,
  {
    word,
    text,
    depth,
  }: { word: (bytes: Uint8Array) => Printed; text: TextReader | undefined; depth: number },
): Printed | undefined {
  if (depth >= deepest) throw new Overdone('一层套一层，套了几层别的文件');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return word(bytes);
  const words = htmlOf(bytes) ?? decode(bytes)?.text;
  if (words === undefined || words.startsWith('{\\rtf')) return undefined;
  if (!text) throw new EmbeddedText();
  return text(words);
}
