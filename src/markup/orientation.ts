import type { Block } from '../document/block.ts';

/**
 * Turns the pages only where they change: two wide tables behind each other stand on pages that lie across in one go,
 * and behind the last of them the pages stand upright again.
 */
export function oriented(blocks: readonly Block[]): Block[] {
  const turned: Block[] = [];
  let now: 'landscape' | 'portrait' = 'portrait';
  for (const block of blocks) {
    if (block.kind !== 'turn')
      turned.push(block.kind === 'table' ? { ...block, wide: now === 'landscape' } : block);
    else if (block.to !== now) {
      now = block.to;
      if (turned.at(-1)?.kind === 'turn') turned.pop();
      else turned.push({ ...block, first: turned.every(({ kind }) => kind !== 'turn') });
    }
  }
  return now === 'portrait' ? turned : [...turned, { kind: 'turn', to: 'portrait', first: false }];
}
