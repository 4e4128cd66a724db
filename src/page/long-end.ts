import { type NumberedBlock, plain, textsOf } from '../document/block.ts';
import { isLive, type Stencil, shapesOf, type Values } from '../document/stencil.ts';
import { isNote } from './blank-lines.ts';
import { endOfKept } from './foot-overleaf.ts';
import { Heights, pageHeight } from './height.ts';
import { isKept, leads } from './kept.ts';
import type { Profile } from './profile.ts';

/**
 * LibreOffice takes what is kept with something overleaf as a whole. Where a text, the headings above it and the signature
 * have no room on one page, the signature would stand alone behind them at any place; where they aren't kept, the last
 * lines of the text stand with it at most of them.
 */
export function withLongEnds(blocks: readonly NumberedBlock[], heights: Heights): readonly NumberedBlock[] {
  const long = new Set(
    endsOf(blocks)
      .filter(({ from, to }) => isLong(blocks.slice(from, to), heights))
      .map(({ at }) => blocks[at]),
  );
  if (long.size === 0) return blocks;
  return blocks.map((block) => (long.has(block) && 'text' in block ? { ...block, long: true } : block));
}

/** For documents that differ in their texts: whether one has an end that is long. */
export function hasLongEnds(blocks: Stencil['blocks'], profile: Profile): (values: Values) => boolean {
  const shapes = shapesOf(blocks);
  const ends = endsOf(shapes).map(({ from, to }) => ({
    pieces: blocks.slice(from, to),
    length: lengthOf(textsOf(shapes.slice(from, to)).map(plain)),
  }));
  return (values) =>
    ends.some(({ pieces, length }) => {
      // Half a page leaves room for any signature.
      if (length + lengthOf(values) < 11 * profile.charactersPerLine) return false;
      const filled = pieces.map((block) => (isLive(block) ? block.filled(values) : block));
      return isLong(filled, new Heights(profile));
    });
}

/** The texts that lead to a signature, each with the headings above it and all that it is kept with. */
function endsOf(blocks: readonly NumberedBlock[]): { at: number; from: number; to: number }[] {
  return blocks.flatMap((block, at) => {
    if (!leads(block, blocks[at + 1]) || isNote(block) || !isKept(block)) return [];
    let from = at;
    while (blocks[from - 1]?.kind === 'heading') from--;
    return [{ at, from, to: endOfKept(blocks, at) }];
  });
}

function isLong(kept: readonly NumberedBlock[], heights: Heights): boolean {
  return heights.ofAll(kept) > pageHeight(heights.profile);
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((total, { length }) => total + length, 0);
}
