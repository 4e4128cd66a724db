import { tableOf } from './grid.ts';
import { type Source, whole } from './source.ts';
import type { Table } from './table.ts';
import { sheetRows } from './xlsx.ts';

/** A sheet of Excel's. The packed file is kept in memory; its rows are unpacked and read one after the other. */
export async function excel(source: Source, sheet: string | undefined): Promise<Table> {
  const bytes = await whole(source);
  return tableOf(() => sheetRows(bytes, source.name, sheet), source.name);
}
