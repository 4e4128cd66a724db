import type { NumberedBlock } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { isNote } from './blank-lines.ts';

/** 22 lines. LibreOffice begins what is longer on a page of its own if it is to be kept with what follows. */
const page = 22 * 28;

/** Whether the signature, or 附件说明, follows; of many attachments only the last leads to it. */
export function leads(block: NumberedBlock, after: NumberedBlock | undefined): boolean {
  return (
    after?.kind === 'signature' ||
    (isNote(after) && (!isNote(block) || ('few' in block && block.few === true)))
  );
}

/**
 * 7.3.5.5: no page bears the signature alone, so what stands above it goes with it. Word lets the first lines of a
 * paragraph stay behind.
 */
export function isKept(block: NumberedBlock): boolean {
  if ('parted' in block && block.parted) return false;
  if (block.kind === 'heading') return plain(block.opens ?? []).length <= page;
  if (block.kind === 'picture') return true;
  return (block.kind === 'item' || block.kind === 'paragraph') && plain(block.text).length <= page;
}
