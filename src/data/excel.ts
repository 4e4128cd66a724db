import { DataError } from './data-error.ts';
import { tableOf } from './grid.ts';
import { sheetOf } from './sheets.ts';
import { type Source, whole } from './source.ts';
import type { Table } from './table.ts';
import { type Workbook, workbook } from './workbook.ts';

/**
 * A sheet of Excel's. The packed file is kept in memory; its rows are unpacked and read one after the other. `all` takes
 * rows and columns that nobody sees.
 */
export async function excel(source: Source, sheet: string | undefined, all: boolean): Promise<Table> {
  const book = workbook(await whole(source), source.name);
  const { name, rows, unseen } = sheetOf(book, sheet);
  const table = await tableOf(rows, source.name, { unseen, all });
  const alike = sheet === undefined ? await sheetsAlike(book, name, table) : [];
  return {
    ...table,
    ...(name !== undefined && { sheet: name }),
    sheets: book.sheets.map(({ name }) => name),
    ...(alike.length > 0 && { alike }),
  };
}

/** Sheets that are looked into; who keeps more tables in a workbook names theirs. */
const mostAlike = 20;

/** A sheet for each township, or each year: who says nothing may mean all of them. */
async function sheetsAlike(book: Workbook, own: string | undefined, { columns }: Table): Promise<string[]> {
  const found: string[] = [];
  const others = book.sheets.filter(({ name, hidden }) => name !== own && !hidden);
  for (const { name } of others.slice(0, mostAlike)) {
    const other = await tableOf(sheetOf(book, name).rows, name).catch(ignoreEmpty);
    if (other && (covers(columns, other.columns) || covers(other.columns, columns)) && (await hasRows(other)))
      found.push(name);
  }
  return found;
}

function covers(columns: readonly string[], others: readonly string[]): boolean {
  return others.every((column) => column === '' || columns.includes(column));
}

async function hasRows({ rows }: Table): Promise<boolean> {
  for await (const { aside } of rows()) if (aside === undefined) return true;
  return false;
}

function ignoreEmpty(thrown: unknown): undefined {
  if (!(thrown instanceof DataError)) throw thrown;
}
