import type { PrintedBlock, PrintedLine } from '../reading/printed.ts';
import { isLine } from './marks.ts';

/** Lines of a table of contents that no style tells: behind 目录, and each said again further down. */
export function withContents(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  const at = blocks.findIndex((block) => isLine(block) && /^目\s*[录錄次]$/.test(block.text));
  if (at < 0) return [...blocks];
  // Further down a title may stand on two lines.
  const words = blocks.map((block) => (isLine(block) ? bare(block.text) : ''));
  const starts = words.map((each, index) => each + (words[index + 1] ?? ''));
  const isEntry = (index: number, from: number) => {
    const entry = words[index] ?? '';
    return entry !== '' && starts.slice(from + 1).some((start) => start.startsWith(entry));
  };
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
    // One that was changed since stands between others.
    if (!isEntry(end, end) && !(isEntry(end - 1, end) && isEntry(end + 1, end + 1))) break;
    entries++;
  }
  // Nothing stands below it where Word is yet to make it.
  if (entries < 2) end = at + 1;
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
