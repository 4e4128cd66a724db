import { isDigits, isSign, numberIn, running, town, village } from './row-words.ts';
import type { RowsAbove } from './rows-above.ts';
import type { GridRow } from './table.ts';

/** What stands around a row: the names of the columns, all rows of data above it, the row before, the last one of data. */
interface Around {
  names: readonly string[];
  above: RowsAbove;
  before: GridRow | undefined;
  last: readonly string[];
}

/** A row without words whose numbers are the sums of those above it; shares and means may stand among them. */
export function isSumRow(row: GridRow, cells: readonly string[], around: Around): boolean {
  const { above } = around;
  if (above.rows < 2) return false;
  const counts = { sum: 0, number: 0, town: 0, again: 0 };
  for (const [index, cell] of cells.entries()) {
    const kind = kindOf(cell, index, row, around);
    if (kind === 'word') return false;
    if (kind) counts[kind]++;
  }
  const { sum, number, town, again } = counts;
  if (sum === 0 || (again > 0 && !above.wantWords(cells))) return false;
  return number === 0 || (town === 0 && number <= sum && above.wantWords(cells));
}

/** What a cell says of its row: a sum or another number, the town among its villages, what the row above says, another word. */
function kindOf(cell: string, index: number, { beneath }: GridRow, { names, above, before, last }: Around) {
  if (cell === '' || isSign(cell)) return undefined;
  const from = beneath?.[index];
  const number = from?.value ?? numberIn(cell);
  if (number === undefined) {
    // A merged cell comes down over both.
    if (from !== undefined && from === before?.beneath?.[index]) return undefined;
    if (cell === last[index]) return 'again';
    if (!/\p{L}/u.test(cell)) return undefined;
    return town.test(cell) && village.test(last[index] ?? '') ? 'town' : 'word';
  }
  if (number === 0 || (running.test(names[index] ?? '') && isDigits(cell))) return undefined;
  return above.comeTo(number, index) ? 'sum' : 'number';
}
