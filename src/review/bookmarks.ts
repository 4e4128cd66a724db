import type { Anchor } from '../document/anchor.ts';
import { type Inline, type NumberedBlock, plain, textsOf, withTexts } from '../document/block.ts';
import { nameOfText, namesOfPieces } from '../document/bookmark.ts';

/** Pieces have the numbers behind those of all texts. */
const firstPiece = 1_000_000;

/**
 * The blocks with a bookmark around each of their texts that isn't empty, whose number is that of the text, from 1. A row
 * of a table has one, around its longest text, since its cells are found by their columns. The letters of what is
 * remembered stand at two places, so that they are lost only to someone who takes out both.
 */
export function bookmarked(blocks: readonly NumberedBlock[], hash: string, letters = ''): NumberedBlock[] {
  const texts = textsOf(blocks);
  const longest = longestInRows(blocks);
  const places = homes(blocks);
  let number = 0;
  const mark = (text: Inline[]) => {
    const own = texts[number++];
    if (own === undefined || plain(own) === '' || longest.get(own) === false) return text;
    const bookmarks: Anchor[] = [{ kind: 'bookmark', number, name: nameOfText(number, hash) }];
    for (const place of ['x', 'y'] as const)
      if (places[place] === own)
        for (const name of namesOfPieces(letters, place))
          bookmarks.push({ kind: 'bookmark', number: firstPiece + pieces++, name });
    return around(text, bookmarks);
  };
  let pieces = 0;
  return blocks.map((block) => withTexts(block, mark));
}

/** Of each text in a table, whether it is the one that its row is known by. */
function longestInRows(blocks: readonly NumberedBlock[]): Map<Inline[], boolean> {
  const known = new Map<Inline[], boolean>();
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const row of [block.columns, ...block.rows]) {
      const [longest] = row.toSorted((a, b) => plain(b).length - plain(a).length);
      for (const text of row) known.set(text, text === longest);
    }
  }
  return known;
}

/** So far from each other are the two places: near enough for what stands there again to be packed as the same. */
const apart = 6;

/** The first text that stands by itself on the page, and one some paragraphs below it. */
function homes(blocks: readonly NumberedBlock[]): { x?: Inline[] | undefined; y?: Inline[] | undefined } {
  const texts = blocks.flatMap((block) =>
    block.kind === 'title' ||
    block.kind === 'heading' ||
    block.kind === 'item' ||
    (block.kind === 'paragraph' && block.role === 'body')
      ? [block.text]
      : [],
  );
  const full = texts.filter((text) => plain(text) !== '');
  return { x: full[0], y: full.length > 1 ? full.slice(0, apart + 1).at(-1) : undefined };
}

function around(text: readonly Inline[], bookmarks: readonly Anchor[]): Inline[] {
  return text.map((inline, index) => ({
    ...inline,
    ...(index === 0 && { begins: [...bookmarks, ...(inline.begins ?? [])] }),
    ...(index === text.length - 1 && { ends: [...(inline.ends ?? []), ...bookmarks] }),
  }));
}
