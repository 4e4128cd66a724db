import type { CsvError } from 'csv-parse';
import { csvRecords } from './csv-records.ts';
import { DataError } from './data-error.ts';
import { tableOf } from './grid.ts';
import { type Source, textOf } from './source.ts';
import type { GridRow, Table } from './table.ts';

/** A text table as spreadsheets save it, read as a stream. */
export async function csv(source: Source): Promise<Table> {
  const texts = await textOf(source);
  const delimiter = await delimiterOf(texts());
  const table = await tableOf(() => records(texts(), source.name, delimiter), source.name);
  const [only = ''] = table.columns;
  if (table.columns.length === 1 && /[，、；]/.test(only))
    throw new DataError(
      `${source.name} 第1行：列名之间用了全角的“${/[，、；]/.exec(only)?.[0]}”；改成半角逗号，或在 Excel 里另存为 CSV。`,
    );
  return table;
}

/** A village has less to say; what is longer is mostly a quote that was never closed. */
const longest = 1_000_000;

async function* records(
  texts: AsyncIterable<string>,
  name: string,
  delimiter: string,
): AsyncIterable<GridRow> {
  let line = 1;
  try {
    for await (const { record, info } of csvRecords(bare(texts, delimiter), { ...notation, delimiter })) {
      // csv-parse tells the line in which a record ends.
      const height = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      line = info.lines;
      yield { number: line - height, cells: record.map(kept) };
    }
  } catch (thrown) {
    throw explained(thrown, name, line);
  }
}

/** ="0012" is how programs have a spreadsheet keep noughts; saved by one it stands in quotes itself. */
function kept(cell: string): string {
  // '0012 is how people have it.
  if (cell.startsWith("'") && /^'\d+[\dXx]?$/.test(cell)) return cell.slice(1);
  return cell.startsWith('="') && cell.length > 2 && cell.endsWith('"') ? cell.slice(2, -1) : cell;
}

/** ="0012" as programs write it, with the sign that is none of CSV's taken off. */
async function* bare(texts: AsyncIterable<string>, delimiter: string): AsyncIterable<string> {
  const cell = new RegExp(`(^|[${delimiter}\\r\\n])=("(?:[^"\\r\\n]|"")*")(?=[${delimiter}\\r\\n]|$)`, 'g');
  let rest = '';
  for await (const text of texts) {
    rest += text;
    // Cells may be cut in two between the pieces; a line is whole.
    if (!text.includes('\n') && rest.length <= longest) continue;
    const end = rest.length > longest ? rest.length : rest.lastIndexOf('\n') + 1;
    yield withoutSign(rest.slice(0, end), cell);
    rest = rest.slice(end);
  }
  yield withoutSign(rest, cell);
}

function withoutSign(text: string, cell: RegExp): string {
  return text.includes('="') ? text.replace(cell, '$1$2') : text;
}

const notation = {
  bom: true,
  info: true,
  relax_column_count: true,
  max_record_size: longest,
} as const;

function explained(thrown: unknown, name: string, line: number): unknown {
  const { code, lines } = thrown as CsvError & { lines?: number };
  if (code === 'CSV_MAX_RECORD_SIZE')
    return new DataError(
      `${name} 第${line + 1}行以后：一行超过一百万字；是不是有一个双引号没有配对？或在 Excel 里另存为 CSV。`,
    );
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return new DataError(
      `${name} 第${line + 1}行以后：有一个双引号没有配对；单元格里的双引号要写成两个（""），或在 Excel 里另存为 CSV。`,
    );
  if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE')
    return new DataError(
      `${name} 第${lines ?? line + 1}行：双引号写得不对；单元格里有双引号的，整格用双引号括起来，里面的写成两个（""）。`,
    );
  return thrown;
}

/** The mark that the first line with any of them has most of. */
async function delimiterOf(texts: AsyncIterable<string>): Promise<string> {
  let head = '';
  for await (const text of texts) {
    head += text;
    if (head.length > 10_000) break;
  }
  const outside = head.replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: outside.split(mark).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}
