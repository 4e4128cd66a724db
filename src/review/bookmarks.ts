import type { Anchor } from '../document/anchor.ts';
import { type Inline, type NumberedBlock, plain, withTexts } from '../document/block.ts';

/** The blocks with a bookmark around each of their texts that isn't empty, whose number is that of the text, from 1. */
export function bookmarked(blocks: readonly NumberedBlock[]): NumberedBlock[] {
  let number = 0;
  const mark = (text: Inline[]) => {
    number++;
    return plain(text) === '' ? text : around(text, { kind: 'bookmark', number });
  };
  return blocks.map((block) => withTexts(block, mark));
}

function around(text: readonly Inline[], bookmark: Anchor): Inline[] {
  return text.map((inline, index) => ({
    ...inline,
    ...(index === 0 && { begins: [bookmark, ...(inline.begins ?? [])] }),
    ...(index === text.length - 1 && { ends: [...(inline.ends ?? []), bookmark] }),
  }));
}
