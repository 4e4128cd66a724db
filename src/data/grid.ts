import { aligned, columnNames, trimmed } from './columns.ts';
import { DataError } from './data-error.ts';
import { meant, ownColumns } from './fed-back.ts';
import type { Table } from './table.ts';

/** A row of cells with its number, before anyone knows which row holds the names of the columns. */
export interface GridRow {
  number: number;
  cells: readonly string[];
}

/** How many rows may stand above the names of the columns: titles, units, blank ones. */
const deepest = 20;

/**
 * Makes a table of rows of cells. The names of the columns stand in the first row with as many cells filled as any of
 * the first rows has, but at least two; titles above it have fewer. A single column has its name in its first row.
 */
export async function tableOf(rows: () => AsyncIterable<GridRow>, name: string): Promise<Table> {
  const first: GridRow[] = [];
  for await (const row of rows()) {
    if (row.cells.some(isFilled)) first.push(row);
    if (first.length >= deepest) break;
  }
  const head = headOf(first);
  if (head === undefined) throw new DataError(`${name} 是空的；第一行写各列的名称，下面一行是一个村。`);
  const own = ownColumns(head.cells);
  const isFedBack = own.size > 0;
  // Blank rather than left out, so that the others keep their letters.
  const withoutOwn = (cells: readonly string[]) =>
    isFedBack ? cells.map((cell, index) => (own.has(index) ? '' : cell)) : cells;
  const names = columnNames(
    isFedBack ? withoutOwn(head.cells).map((cell) => String(meant(cell))) : head.cells,
    name,
    head.number,
  );
  return {
    columns: names,
    unit: '行',
    async *rows() {
      for await (const { number, cells } of rows()) {
        if (number <= head.number || !cells.some(isFilled)) continue;
        const values = aligned(withoutOwn(cells), names, name, number);
        yield { number, values: isFedBack ? values.map(meant) : values };
      }
    },
  };
}

function headOf(rows: readonly GridRow[]): GridRow | undefined {
  const most = Math.max(0, ...rows.map(filled));
  return rows.find((row) => filled(row) >= Math.max(Math.min(2, most), most * 0.6));
}

function filled({ cells }: GridRow): number {
  return cells.filter(isFilled).length;
}

function isFilled(cell: string): boolean {
  return trimmed(cell) !== '';
}
