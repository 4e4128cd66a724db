import { headWord, running, squeezed } from './row-words.ts';
import type { RowsAbove } from './rows-above.ts';

const isNamed = (cell: string) => cell === '' || (/^\D+$/.test(cell) && /\p{L}/u.test(cell));

/**
 * Whether a row is the head of another table: words in all its cells, among them a name of the own head, or, where it
 * stands apart from the rows above, words where all of those have numbers.
 */
export function isOtherHead(
  cells: readonly string[],
  names: readonly string[],
  above: RowsAbove,
  isApart: boolean,
): boolean {
  if (!cells.every(isNamed)) return false;
  const words = cells.flatMap((cell, index) =>
    cell === '' || running.test(cell) ? [] : [squeezed(cell) === names[index]],
  );
  // A word may well be that of its column; the first one, or two of them, hardly.
  if (words[0] === true || words.filter(Boolean).length > 1) return true;
  const isNumbered = (cell: string, index: number) => running.test(cell) && running.test(names[index] ?? '');
  if (above.rows === 0) return false;
  if (cells.some(isNumbered)) return true;
  return (
    isApart &&
    (cells.some((cell, index) => cell !== '' && (above.areNumbers(index) || running.test(cell))) ||
      cells.every((cell) => cell === '' || headWord.test(squeezed(cell))))
  );
}
