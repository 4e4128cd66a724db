import { trimmed } from './columns.ts';
import { running } from './row-words.ts';
import type { GridRow } from './table.ts';

/** So many of a hundred rows have a name. */
const mostly = 60;

const isWord = (cell: string) => /\p{L}/u.test(cell);

/**
 * The column that says what each row is of, as far as the first rows tell: the first one with words in most of them that
 * are all different; −1 where there is none. Rows with a single cell are titles and notes.
 */
export function keyColumn(rows: readonly GridRow[], names: readonly string[]): number {
  const all = rows.map(({ cells }) => cells.map(trimmed));
  // Rows that are only numbered, or filled with the town of the row above, wait for a village.
  const filled = all.filter(
    (cells, row) =>
      cells.filter(Boolean).length > 1 &&
      cells.some((cell, index) => isWord(cell) && cell !== all[row - 1]?.[index]),
  );
  if (filled.length < 2) return -1;
  return names.findIndex((name, column) => {
    if (name === '' || running.test(name)) return false;
    const words = filled.map((cells) => cells[column] ?? '').filter(isWord);
    return words.length * 100 >= filled.length * mostly && new Set(words).size === words.length;
  });
}
