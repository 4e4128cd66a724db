import type { Anchor } from '../document/anchor.ts';
import { type Inline, type NumberedBlock, plain, textsOf, withTexts } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { latin1 } from '../package/bytes.ts';
import { Heights } from '../page/height.ts';
import { isText, leads, parted } from '../page/kept.ts';
import { lineHeight, type Profile, paper, type Twips } from '../page/profile.ts';

/** A last text leaves two lines on its page and takes two along; how many it has is an estimate. */
const least = 5;

/**
 * The document with the ends of its texts marked, so that their places are found in its PDF. LibreOffice takes what is kept
 * with something overleaf as a whole, so the page before would end early; here it goes on as it falls.
 */
export function watched(document: Document, profile: Profile): Document {
  return marked(document, profile, new Map());
}

/**
 * The document to be set anew, where a signature stands alone in its PDF (7.3.5.5): two lines of the text go along. Undefined
 * where all is well. Where another LibreOffice writes no places that are found, all is kept together, as in a Word file.
 */
export function mended(document: Document, profile: Profile, pdf: Uint8Array): Document | undefined {
  const ends = endsOf(document.blocks, profile);
  if (ends.length === 0) return undefined;
  const places = placesIn(pdf);
  const gaps = new Map<number, Gap>();
  for (const at of ends) {
    const [first, last, next] = names(at).map((name) => places.get(name));
    if (!first || !last || !next) return document;
    if (last.page === next.page) continue;
    const top = first.page === last.page ? first.top : paper.height - profile.margins.top;
    const line = lineHeight(profile);
    const lines = Math.round((top - last.top) / line) + 1;
    if (lines < 4) continue;
    gaps.set(at, {
      height: last.top + line / 2 - profile.margins.bottom,
      before: Math.floor((lines / 2) * profile.charactersPerLine),
    });
  }
  return gaps.size === 0 ? undefined : marked(document, profile, gaps);
}

/** Where no text stands at the foot of a page, and how many characters before the end of the text it hangs on it. */
interface Gap {
  height: Twips;
  before: number;
}

/** The texts that lead to a signature and may be parted from it, by their numbers among the blocks. */
function endsOf(blocks: readonly NumberedBlock[], profile: Profile): number[] {
  const heights = new Heights(profile);
  let isUpright = true;
  return blocks.flatMap((block, at) => {
    if (block.kind === 'turn') isUpright = block.to !== 'landscape';
    if (!isUpright || !isText(block) || !leads(block, blocks[at + 1])) return [];
    return heights.of(block, undefined) >= least * lineHeight(profile) ? [at] : [];
  });
}

/** What the first and the last character of a text are called, and what stands below it. */
const names = (at: number) => ['A', 'B', 'C'].map((letter) => `pinganEnd${at}${letter}`);

function marked(document: Document, profile: Profile, gaps: ReadonlyMap<number, Gap>): Document {
  const blocks = [...document.blocks];
  for (const at of endsOf(document.blocks, profile)) {
    const [first, last, next] = names(at).map(
      (name, index): Anchor => ({ kind: 'bookmark', number: 3 * at + index, name }),
    );
    const [block, after] = blocks.slice(at, at + 2);
    if (!first || !last || !next || !block || !after) continue;
    const { length } = plain(textsOf([block]).at(-1) ?? []);
    const gap = gaps.get(at);
    const begun = hung(parted(block), 0, 0, first);
    const parts = gap
      ? hung(begun, -1, length - gap.before, { kind: 'gap', number: 3 * at, height: gap.height })
      : begun;
    blocks[at] = hung(parts, -1, length - 1, last);
    blocks[at + 1] = hung(after, 0, 0, next);
  }
  return { ...document, blocks };
}

/** A block with something that hangs on a character of its first or its last text. */
function hung(block: NumberedBlock, which: 0 | -1, at: number, anchor: Anchor): NumberedBlock {
  const text = textsOf([block]).at(which);
  return withTexts(block, (each) => (each === text ? cut(each, Math.max(0, at), anchor) : each));
}

function cut(text: readonly Inline[], at: number, anchor: Anchor): Inline[] {
  let from = 0;
  return text.flatMap((inline): Inline[] => {
    const start = at - from;
    from += inline.text.length;
    if (start < 0 || at >= from) return [inline];
    // A character may be two code units.
    const place = /^[\uDC00-\uDFFF]/.test(inline.text.slice(start)) ? start - 1 : start;
    const { bold, begins = [], ends = [] } = inline;
    const own = { text: inline.text.slice(place), bold, ends: [...ends, anchor] };
    if (place <= 0) return [{ ...own, begins: [...begins, anchor] }];
    return [
      { text: inline.text.slice(0, place), bold, begins },
      { ...own, begins: [anchor] },
    ];
  });
}

/** Where a PDF has the bookmarks of its Word file: the page, by its number among the objects, and how high on it. */
function placesIn(pdf: Uint8Array): Map<string, { page: string; top: Twips }> {
  const places = new Map<string, { page: string; top: Twips }>();
  for (const [, name = '', page = '', top] of latin1(pdf).matchAll(
    /\/(pinganEnd\d+[ABC])\[(\d+) 0 R\/XYZ [\d.]+ ([\d.]+) 0\]/g,
  ))
    places.set(name, { page, top: 20 * Number(top) });
  return places;
}
