import { largest } from '../text/long-lists.ts';
import { trimmed } from './columns.ts';
import { isTotal, numberIn, running, squeezed, town, village } from './row-words.ts';
import type { GridRow } from './table.ts';

/** A town has fewer villages; of what is longer, the rows aren't held back. */
const most = 1000;

/** The column in which towns stand among their villages, as far as the first rows tell; −1 where there is none. */
function townColumn(rows: readonly GridRow[]): number {
  const words = (column: number) => rows.map(({ cells }) => squeezed(trimmed(cells[column] ?? '')));
  const widths = rows.map(({ cells }) => cells.length);
  const width = largest(widths, 0);
  for (let column = 0; column < width; column++) {
    const all = words(column);
    if (all.some((word) => town.test(word)) && all.some((word) => village.test(word))) return column;
  }
  return -1;
}

/**
 * Marks towns that stand above their villages and have the sums of them: 平安镇 │ 130, 甲村 │ 100, 乙村 │ 30. What stands
 * below a row has to be known for that, so the rows of a town are held back, in tables that have any.
 */
export function leadTotals(
  sample: readonly GridRow[],
  names: readonly string[],
): (rows: AsyncIterable<GridRow>) => AsyncIterable<GridRow> {
  const column = townColumn(sample);
  return column < 0 ? (rows) => rows : (rows) => marked(rows, column, names);
}

async function* marked(
  rows: AsyncIterable<GridRow>,
  column: number,
  names: readonly string[],
): AsyncIterable<GridRow> {
  let held: GridRow[] = [];
  for await (const row of rows) {
    const isTown = town.test(squeezed(trimmed(row.cells[column] ?? '')));
    const isEnd = held.length > 0 && (isTown || isTotal(firstWord(row)) || held.length > most);
    if (isEnd) {
      yield* judged(held, column, names);
      held = [];
    }
    if (isTown || held.length > 0) held.push(row);
    else yield row;
  }
  yield* judged(held, column, names);
}

function judged(
  [town, ...villages]: readonly GridRow[],
  column: number,
  names: readonly string[],
): GridRow[] {
  if (town === undefined) return [];
  const seen = villages.filter(({ cells }) => village.test(squeezed(trimmed(cells[column] ?? ''))));
  let equal = 0;
  let others = 0;
  for (let index = 0; index < town.cells.length; index++) {
    const number = numberOf(town, index);
    if (number === undefined || number === 0 || running.test(names[index] ?? '')) continue;
    const sum = seen.reduce((all, row) => all + (numberOf(row, index) ?? 0), 0);
    if (Math.abs(sum - number) <= Math.abs(number) * 1e-9) equal++;
    else others++;
  }
  const isLead = seen.length > 0 && equal > 0 && others === 0;
  return [isLead ? { ...town, isLead } : town, ...villages];
}

function numberOf({ cells, beneath }: GridRow, index: number): number | undefined {
  return beneath?.[index]?.value ?? numberIn(trimmed(cells[index] ?? ''));
}

function firstWord({ cells }: GridRow): string {
  return squeezed(cells.map(trimmed).find((cell) => /\p{L}/u.test(cell)) ?? '');
}
