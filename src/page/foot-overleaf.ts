import type { NumberedBlock } from '../document/block.ts';
import { isFoot } from './blank-lines.ts';
import { type Heights, pageHeight } from './height.ts';
import { leads } from './kept.ts';
import { lineHeight, type Twips } from './profile.ts';

/** Behind all that goes to one page with a block, since it leads to the signature. */
export function endOfKept(blocks: readonly NumberedBlock[], at: number): number {
  let end = at + 1;
  while (blocks[end - 1]?.kind === 'heading' || leads(blocks[end - 1] as NumberedBlock, blocks[end])) end++;
  return end;
}

/** Whether 版记 stands on the page on which the text ends. */
function hasRoom(blocks: readonly NumberedBlock[], at: number, end: number, heights: Heights): boolean {
  const page = pageHeight(heights.profile);
  const until = (count: number) => heights.ofAll(blocks.slice(0, count));
  const [text, all] = [until(end), until(blocks.length)];
  if (text <= page) return all <= page;
  const line = lineHeight(heights.profile);
  const inLines = (height: Twips) => Math.floor(height / line) * line;
  const overleaf = text - until(at) - inLines(page - until(at));
  // Two lines more may move there, since neither the first nor the last of a paragraph stands alone.
  return (overleaf % inLines(page)) + 2 * line + all - text <= page;
}

/**
 * 版记 that has no room below the signature takes it along to the next page, and a text of one paragraph with it. So that
 * the first page shows text (7.3.3), 版记 then stands overleaf by itself.
 */
export function footOverleaf(
  blocks: readonly NumberedBlock[],
  at: number,
  heights: Heights,
): readonly NumberedBlock[] {
  const end = endOfKept(blocks, at);
  if (blocks[end - 1]?.kind !== 'signature' || end === blocks.length || !blocks.slice(end).every(isFoot))
    return blocks;
  if (hasRoom(blocks, at, end, heights)) return blocks;
  return [
    ...blocks.slice(0, end),
    { kind: 'turn', to: 'overleaf', closes: 'first' },
    ...blocks.slice(end),
    { kind: 'turn', to: 'portrait', closes: 'overleaf' },
  ];
}
