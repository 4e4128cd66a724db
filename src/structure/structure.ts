import { linesOf } from '../reading/lines-of.ts';
import type { Printed, PrintedBlock, PrintedLine } from '../reading/printed.ts';
import { backOf } from './back.ts';
import { withContents } from './contents.ts';
import { frontOf } from './front.ts';
import { Hanging, unframed } from './hanging.ts';
import { numberedOf } from './heads.ts';
import { isLine } from './marks.ts';
import type { Part } from './part.ts';
import { piecesOf } from './split.ts';
import { allOf } from './titles.ts';
import { treeOf } from './tree.ts';
import { unboxed } from './unboxed.ts';

/** What a printed text is made of, and what of it belongs to no part. */
export interface Structure {
  parts: Part[];
  /** Tables of contents, heads and feet of pages, footnotes. */
  apart: PrintedLine[];
  /** Titles that a web page had twice. */
  repeated: PrintedLine[];
}

/** The documents of a printed text with their headings. Nothing is dropped: what isn't certain stays text. */
export function structureOf(printed: Printed): Structure {
  const blocks = withContents(printed.blocks);
  const body = unboxed(unframed(blocks.filter((block) => !isApart(block))));
  const hanging = new Hanging(body);
  const parts = piecesOf(hanging.blocks).map((piece) => partOf(piece, hanging));
  const repeated = parts.flatMap(({ front }) => front.repeated ?? []);
  return { parts, repeated, apart: linesOf(blocks.filter(isApart)).filter(({ text }) => text !== '') };
}

function partOf({ kind, label, blocks }: ReturnType<typeof piecesOf>[number], hanging: Hanging): Part {
  const numbered = new Set(numberedOf(blocks.filter(isLine)).map(({ line }) => line));
  const isHead = (line: PrintedLine) => numbered.has(line);
  const { front, length, beside } = frontOf(blocks, isHead);
  const rest = [...beside, ...blocks.slice(length)];
  const { back, length: end } = backOf(rest, isHead);
  const seals = rest.slice(end).flatMap((block) => hanging.on(block));
  const tree = treeOf(hanging.with(rest.slice(0, end)));
  return { kind, ...(label && { label }), front, back: { ...back, seals }, ...tree };
}

/** The headings of each part in the order of the document, for programs. */
export function outlineOf({ parts }: Structure) {
  return parts.map(({ headings }) =>
    allOf(headings).map(({ level, numeral, title, line }) => ({
      level,
      number: numeral.text,
      native: numeral.native,
      title: title ?? null,
      line: line.source,
    })),
  );
}

const apart = new Set<PrintedLine['within']>(['toc', 'header', 'footer', 'footnote', 'page']);

/** Whether a block stands outside of the text; a table does where all of its lines do, a picture on every page. */
function isApart(block: PrintedBlock): boolean {
  if (block.kind === 'picture') return block.source === 0;
  const lines = linesOf([block]).filter(({ text }) => text !== '');
  return lines.length > 0 && lines.every(({ within }) => apart.has(within));
}
