import { entryWords } from '../reading/entry.ts';
import { linesOf } from '../reading/lines-of.ts';
import type { PrintedBlock, PrintedBox, PrintedTable } from '../reading/printed.ts';
import { isLine } from './marks.ts';

/** Tables of contents that no style tells: behind 目录, and each entry said again further down. */
export function withContents(blocks: readonly PrintedBlock[]): PrintedBlock[] {
  const at = blocks.findIndex((block) => isLine(block) && isName(block.text));
  const from = at < 0 ? blocks.findIndex((block) => isSet(block) && isName(entriesOf(block)[0] ?? '')) : at;
  if (from < 0) return [...blocks];
  // Further down a title may stand on two lines.
  const words = blocks.map((block) => (isLine(block) ? entryWords(block.text) : ''));
  const last = new Map(words.map((each, index) => [each, index]));
  const isSaid = (entry: string, behind: number) => {
    if ((last.get(entry) ?? 0) > behind) return true;
    for (let index = behind + 1; index < words.length; index++)
      if (((words[index] ?? '') + (words[index + 1] ?? '')).startsWith(entry)) return true;
    return false;
  };
  const isEntry = (index: number, behind: number) => {
    const entry = words[index] ?? '';
    return entry !== '' && isSaid(entry, behind);
  };
  let end = at < 0 ? from : at + 1;
  let entries = 0;
  for (; end < blocks.length; end++) {
    const block = blocks[end] as PrintedBlock;
    if (isSet(block)) {
      const listed = entriesOf(block).filter((each) => !isName(each));
      const sure = listed.filter((each) => onPage.test(each) || isSaid(entryWords(each), end)).length;
      if (sure < 2 || sure * 2 < listed.length) break;
      entries += sure;
      continue;
    }
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
  if (entries < 2) end = at < 0 ? from : at + 1;
  return blocks.map((block, index) => (index >= from && index < end ? listing(block) : block));
}

const onPage = /[\t .…·．]\d{1,3}$/;

function isName(text: string): boolean {
  return /^目\s*[录錄次]$/.test(text.trim());
}

/** A table without lines or a box around the entries, so that their pages stand below each other. */
function isSet(block: PrintedBlock): block is PrintedTable | PrintedBox {
  return block.kind === 'table' || block.kind === 'box';
}

/** The entries in a table: a row each, or a line each where cells hold several. */
function entriesOf(block: PrintedTable | PrintedBox): string[] {
  const lines =
    block.kind === 'box' || block.rows.flat().some((cell) => cell.lines.length > 1)
      ? linesOf([block]).map(({ text }) => text)
      : block.rows.map((row) => row.flatMap((cell) => cell.lines.map(({ text }) => text)).join('\t'));
  return lines.filter((line) => /[A-Za-z㐀-鿿]/.test(line));
}

function listing(block: PrintedBlock): PrintedBlock {
  if (block.kind === 'line') return { ...block, within: 'toc' };
  if (block.kind === 'box') return { ...block, lines: block.lines.map(listing) };
  if (block.kind !== 'table') return block;
  const rows = block.rows.map((row) =>
    row.map((cell) => ({ ...cell, lines: cell.lines.map((line) => ({ ...line, within: 'toc' as const })) })),
  );
  return { ...block, rows };
}
