import type { PrintedBlock, PrintedLine } from '../reading/printed.ts';
import { isLine } from './marks.ts';

/** Lines of a table of contents that no style tells: behind 目录, and each said again further down. */
export function withContents(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  const at = blocks.findIndex((block) => isLine(block) && /^目\s*[录錄次]$/.test(block.text));
  if (at < 0) return [...blocks];
  const starts = blocks.map((block) => (isLine(block) ? bare(block.text) : ''));
  let end = at + 1;
  let entries = 0;
  for (; end < blocks.length; end++) {
    const block = blocks[end] as PrintedBlock;
    if (!isLine(block)) {
      if (block.kind === 'break') continue;
      break;
    }
    if (block.within === 'toc') entries++;
    if (block.text.trim() === '' || block.within === 'toc') continue;
    const words = bare(block.text);
    if (words === '' || !starts.slice(end + 1).some((start) => start.startsWith(words))) break;
    entries++;
  }
  if (entries < 2) return [...blocks];
  return blocks.map((block, index) =>
    isLine(block) && index >= at && index < end ? { ...block, within: 'toc' } : block,
  );
}

/** The words of a line without blanks, without the mark of a list, and without the page that an entry ends in. */
function bare(text: PrintedLine['text']): string {
  return text
    .replace(/^[ \t]{0,8}[-•○▪] /, '')
    .replace(/(?<![\t .…·．])[\t .…·．]+\d{1,3}$/, '')
    .replace(/\s/g, '');
}
