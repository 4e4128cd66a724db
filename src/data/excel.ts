import { tableOf } from './grid.ts';
import { sheetRows } from './sheets.ts';
import { type Source, whole } from './source.ts';
import type { Table } from './table.ts';
import { workbook } from './workbook.ts';

/** A sheet of Excel's. The packed file is kept in memory; its rows are unpacked and read one after the other. */
export async function excel(source: Source, sheet: string | undefined): Promise<Table> {
  const rows = sheetRows(workbook(await whole(source), source.name), sheet);
  return tableOf(rows, source.name);
}
