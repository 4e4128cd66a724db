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

type Text = Extract<NumberedBlock, { kind: 'heading' | 'item' | 'paragraph' }>;

export function isText(block: NumberedBlock): block is Text {
  return block.kind === 'heading' || block.kind === 'item' || block.kind === 'paragraph';
}

/** The block as one whose last lines alone stand with the signature. */
export function parted(block: NumberedBlock): NumberedBlock {
  return isText(block) ? { ...block, parted: true } : block;
}

/**
 * 7.3.5.5: no page bears the signature alone, so what stands above it goes with it. Word lets the first lines of a
 * paragraph stay behind.
 */
export function isKept(block: NumberedBlock): boolean {
  if (block.kind === 'picture') return true;
  if (!isText(block) || block.parted) return false;
  const text = block.kind === 'heading' ? (block.opens ?? []) : block.text;
  return plain(text).length <= page;
}
