import { type NumberedBlock, plain } from '../document/block.ts';

/** A heading as it is printed, and the block that it stands in. */
export interface Heading {
  level: number;
  label: string;
  text: string;
  block: number;
}

/** The headings of a document, attachments among them. */
export function headingsOf(blocks: readonly NumberedBlock[]): Heading[] {
  return blocks.flatMap((block, index): Heading[] => {
    if (block.kind === 'heading')
      return [{ level: block.level, label: block.label, text: plain(block.text), block: index }];
    if (block.kind === 'paragraph' && block.role === 'attachmentLabel')
      return [{ level: 1, label: '', text: plain(block.text), block: index }];
    return [];
  });
}
