import type { PrintedBlock, PrintedLine } from './printed.ts';

/** All lines of some blocks, those in tables and boxes among them. */
export function linesOf(blocks: readonly PrintedBlock[]): PrintedLine[] {
  return blocks.flatMap((block): PrintedLine[] => {
    if (block.kind === 'line') return [block];
    if (block.kind === 'table') return block.rows.flat().flatMap(({ lines }) => lines);
    return block.kind === 'box' ? linesOf(block.lines) : [];
  });
}
