import { tableOf } from './grid.ts';
import { sheetOf } from './sheets.ts';
import { type Source, whole } from './source.ts';
import type { Table } from './table.ts';
import { workbook } from './workbook.ts';

/**
 * A sheet of Excel's. The packed file is kept in memory; its rows are unpacked and read one after the other. `all` takes
 * rows and columns that nobody sees.
 */
export async function excel(source: Source, sheet: string | undefined, all: boolean): Promise<Table> {
  const book = workbook(await whole(source), source.name);
  const { name, rows, unseen } = sheetOf(book, sheet);
  const table = await tableOf(rows, source.name, { unseen, all });
  return {
    ...table,
    ...(name !== undefined && { sheet: name }),
    sheets: book.sheets.map(({ name }) => name),
  };
}
