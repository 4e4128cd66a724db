import { type Contents, type NumberedBlock, plain } from './block.ts';

/** Fills 目录 with the headings behind it and the titles of attachments, which stand as high as the first of them. */
export function withContents(blocks: readonly NumberedBlock[]): readonly NumberedBlock[] {
  const at = blocks.findIndex(({ kind }) => kind === 'contents');
  if (at < 0) return blocks;
  const { levels } = blocks[at] as Contents;
  const entries: Contents['entries'][number][] = [];
  const filled = blocks.map((block, index): NumberedBlock => {
    const entry = index > at ? entryOf(block) : undefined;
    if (entry === undefined || entry.level > levels) return block;
    const anchor = entries.length + 1;
    entries.push({ ...entry, anchor });
    return { ...block, anchor } as NumberedBlock;
  });
  return filled.map((block) => (block.kind === 'contents' ? { ...block, entries } : block));
}

/** A heading that opens its paragraph is none to Word, which would list the whole of it. */
function entryOf(block: NumberedBlock): { level: number; text: string } | undefined {
  if (block.kind === 'heading' && !block.opens)
    return { level: block.level, text: block.label + plain(block.text) };
  return block.kind === 'paragraph' && block.role === 'attachmentTitle'
    ? { level: 1, text: plain(block.text) }
    : undefined;
}
