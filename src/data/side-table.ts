import { largest } from '../text/long-lists.ts';
import { letters, trimmed } from './columns.ts';
import type { GridRow } from './table.ts';

/** Columns that stand side by side, with nothing but blanks around them. */
interface Block {
  first: number;
  last: number;
  /** The rows in which it has something. */
  rows: ReadonlySet<number>;
}

/** A blank column parts nothing where the rows go on behind it: so many of them in a hundred are filled on both sides. */
const together = 80;

/**
 * The columns of smaller tables that stand beside the main one, as far as the first rows tell: parted from it by a blank
 * column, and filled in other rows.
 */
export function columnsBeside(rows: readonly GridRow[], isUnseen: (column: number) => boolean): number[] {
  const blocks = blocksOf(rows, isUnseen);
  const most = largest(blocks.map(sizeOf));
  // People begin on the left, and what is small stands aside.
  const main = blocks.find((block) => sizeOf(block) * 2 >= most);
  if (main === undefined) return [];
  return blocks
    .filter((block) => block !== main && isApart(block, main))
    .flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index));
}

function isApart(block: Block, main: Block): boolean {
  const shared = [...block.rows].filter((row) => main.rows.has(row)).length;
  return block.rows.size > 1 && shared * 100 < together * Math.max(block.rows.size, main.rows.size);
}

function sizeOf({ first, last, rows }: Block): number {
  return rows.size * (last - first + 1);
}

function blocksOf(rows: readonly GridRow[], isUnseen: (column: number) => boolean): Block[] {
  const widths = rows.map(({ cells }) => cells.length);
  const width = largest(widths, 0);
  const blocks: { first: number; last: number; rows: Set<number> }[] = [];
  for (let column = 0; column < width; column++) {
    const filled = rows.filter(({ cells }) => trimmed(cells[column] ?? '') !== '');
    const before = blocks.at(-1);
    // A title over all columns says nothing of one; a column that nobody sees parts nothing.
    if (isUnseen(column) && before) before.last = column;
    if (filled.length === 0) continue;
    const block =
      before?.last === column - 1 ? before : { first: column, last: column, rows: new Set<number>() };
    if (block !== before) blocks.push(block);
    block.last = column;
    for (const { number } of filled) block.rows.add(number);
  }
  return blocks;
}

/** What the columns that are left out are called, by the first row that has something in them. */
export function namesBeside(rows: readonly GridRow[], columns: ReadonlySet<number>): string[] {
  return [...columns].map((column) => {
    const filled = rows.map(({ cells }) => trimmed(cells[column] ?? '')).filter((cell) => cell !== '');
    return filled[0] ?? letters(column);
  });
}
