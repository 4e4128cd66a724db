import { type Inline, type NumberedBlock, textsOf, withTexts } from './block.ts';
import type { Document, Facts } from './document.ts';

/** The texts that take the places of the marks, by the numbers of these. */
export type Values = readonly string[];

/** A block that has marks in it. */
export interface Live {
  marked: NumberedBlock;
  /** The block with texts in the place of its marks. */
  filled(values: Values): NumberedBlock;
}

/** A document that many are made after: what is the same in all of them, and what is made for each. */
export interface Stencil {
  facts(values: Values): Facts;
  blocks: readonly (NumberedBlock | Live)[];
}

/** Unicode 23.5: the last plane is for private use; texts that use it themselves can't be marked. */
const firstMark = 0x100000;
/** Unassigned among the full-width forms, so that a mark between them is joined to its neighbours as a Han character is. */
const opens = '\uFF00';
const closes = '\uFFEF';
const mark = /\uFF00?([\u{100000}-\u{10FFFD}])\uFFEF?/u;
const reserved = /[\uFF00\uFFEF\u{100000}-\u{10FFFD}]/u;

/** Stands in the place of a text; the sides say whether it begins and ends with a Chinese character. */
export function marked(number: number, han: { first: boolean; last: boolean }): string {
  return (han.first ? opens : '') + String.fromCodePoint(firstMark + number) + (han.last ? closes : '');
}

/** Whether a text could be taken for one with marks. */
export function isMarkable(text: string): boolean {
  return !reserved.test(text);
}

/** Cuts a document open at its marks. */
export function stencil({ facts, blocks }: Document): Stencil {
  const title = filler(facts.title);
  const author = filler(facts.author);
  return {
    facts: (values) => ({
      ...facts,
      ...(title && { title: title(values) }),
      ...(author && { author: author(values) }),
    }),
    blocks: blocks.map(cut),
  };
}

/** One of the documents as a whole. */
export function filled({ facts, blocks }: Stencil, values: Values): Document {
  return {
    facts: facts(values),
    blocks: blocks.map((block) => (isLive(block) ? block.filled(values) : block)),
  };
}

function cut(block: NumberedBlock): NumberedBlock | Live {
  const fillers = new Map<Inline[], (values: Values) => Inline[]>();
  for (const text of textsOf([block])) {
    const parts = text.map((inline) => ({ ...inline, fill: filler(inline.text) }));
    if (parts.some(({ fill }) => fill))
      fillers.set(text, (values) =>
        parts.map(({ text, fill, bold }) => ({ text: fill ? fill(values) : text, bold })),
      );
  }
  if (fillers.size === 0) return block;
  return {
    marked: block,
    filled: (values) => withTexts(block, (text) => fillers.get(text)?.(values) ?? text),
  };
}

/** Puts texts in the place of the marks of a text; undefined where it has none. */
export function filler(text: string): ((values: Values) => string) | undefined {
  const pieces = cutAtMarks(text);
  if (pieces.length === 1) return undefined;
  return (values) => {
    let filled = '';
    for (const piece of pieces) filled += typeof piece === 'string' ? piece : values[piece];
    return filled;
  };
}

/** The text between the marks, and the numbers of the marks. */
export function cutAtMarks(text: string): (string | number)[] {
  return text
    .split(mark)
    .map((piece, index) => (index % 2 === 0 ? piece : (piece.codePointAt(0) ?? 0) - firstMark));
}

/** The blocks as they are with the marks in them. */
export function shapesOf(blocks: Stencil['blocks']): NumberedBlock[] {
  return blocks.map((block) => (isLive(block) ? block.marked : block));
}

export function isLive(block: NumberedBlock | Live): block is Live {
  return 'marked' in block;
}
