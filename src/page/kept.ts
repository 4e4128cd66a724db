import type { NumberedBlock } from '../document/block.ts';
import { isNote } from './blank-lines.ts';

/**
 * 7.3.5.5: no page bears the signature alone, so what stands above it, or above 附件说明, goes with it. Word lets the
 * first lines of a paragraph and the first rows of a table stay behind; of 附件说明 only the last entry goes.
 */
export function isKept(block: NumberedBlock, after: NumberedBlock | undefined): boolean {
  const leads = after?.kind === 'signature' || (isNote(after) && !isNote(block));
  return leads && ['heading', 'item', 'paragraph', 'table'].includes(block.kind);
}
