import { headWord, running } from './row-words.ts';
import type { RowsAbove } from './rows-above.ts';

/**
 * The head of another table: words in all its cells, among them a name of the own head, or, behind a blank row or a
 * title, words where all rows above have numbers.
 */
export function isOtherHead(
  cells: readonly string[],
  names: readonly string[],
  above: RowsAbove,
  isApart: boolean,
): boolean {
  const isNamed = (cell: string) => cell === '' || (/^\D+$/.test(cell) && /\p{L}/u.test(cell));
  if (!cells.every(isNamed)) return false;
  const words = cells.flatMap((cell, index) =>
    cell === '' || running.test(cell) ? [] : [cell.replace(/\s+/g, '') === names[index]],
  );
  // A word may well be that of its column; the first one, or two of them, hardly.
  if (words[0] === true || words.filter(Boolean).length > 1) return true;
  const isNumbered = (cell: string, index: number) => running.test(cell) && running.test(names[index] ?? '');
  if (above.rows > 0 && cells.some(isNumbered)) return true;
  return (
    isApart &&
    above.rows > 0 &&
    (cells.some((cell, index) => cell !== '' && (above.areNumbers(index) || running.test(cell))) ||
      cells.every((cell) => cell === '' || headWord.test(cell.replace(/\s+/g, ''))))
  );
}
