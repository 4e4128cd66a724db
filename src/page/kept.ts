import type { Inline, NumberedBlock } from '../document/block.ts';
import { plain } from '../document/block.ts';

/** Two lines. A longer paragraph can't be kept with what stands below it, or its page would end early. */
const shortest = 56;

/** 7.3.5.5: no page bears the signature alone, so a short last paragraph goes with it. */
export function isKept(block: NumberedBlock): boolean {
  if (block.kind === 'heading') return isShort(block.opens ?? []);
  return (
    (block.kind === 'item' || (block.kind === 'paragraph' && block.role === 'body')) && isShort(block.text)
  );
}

function isShort(text: readonly Inline[]): boolean {
  return plain(text).length <= shortest;
}
