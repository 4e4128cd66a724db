import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { DataError } from './data-error.ts';
import { type GridRow, tableOf } from './grid.ts';
import type { Source } from './source.ts';
import type { Table } from './table.ts';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

/** A text table as spreadsheets save it, read as a stream: in UTF-8 or, as Excel in China does, in GBK. */
export async function csv(source: Source): Promise<Table> {
  const encoding = await encodingOf(source);
  const delimiter = await delimiterOf(source, encoding);
  const table = await tableOf(() => records(source, encoding, delimiter), source.name);
  const [only = ''] = table.columns;
  if (table.columns.length === 1 && /[，、；]/.test(only))
    throw new DataError(
      `${source.name} 第1行：列名之间用了全角的“${/[，、；]/.exec(only)?.[0]}”；改成半角逗号，或在 Excel 里另存为 CSV。`,
    );
  return table;
}

async function* records(source: Source, encoding: Encoding, delimiter: string): AsyncIterable<GridRow> {
  const parser = parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const input = Readable.from(texts(source, encoding));
  input.on('error', (thrown) => parser.destroy(thrown));
  input.pipe(parser);
  let line = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      // csv-parse tells the line in which a record ends.
      const height = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      line = info.lines;
      yield { number: line - height, cells: record };
    }
  } catch (thrown) {
    throw explained(thrown, source.name, line);
  } finally {
    input.destroy();
  }
}

function explained(thrown: unknown, name: string, line: number): unknown {
  const { code, lines } = thrown as CsvError & { lines?: number };
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

async function* texts({ bytes }: Source, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Only UTF-8 can be told for sure, and only at the end: the first Chinese character may come late. */
async function encodingOf({ bytes, name }: Source): Promise<Encoding> {
  const decoders = (['utf-8', 'gb18030'] as const).map((encoding) => ({
    encoding,
    decoder: new TextDecoder(encoding, { fatal: true }),
    good: true,
  }));
  let first = true;
  for await (const chunk of bytes()) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
    first = false;
    if (chunk.includes(0)) throw notText(name);
    for (const each of decoders) each.good &&= decodes(() => each.decoder.decode(chunk, { stream: true }));
  }
  for (const each of decoders) each.good &&= decodes(() => each.decoder.decode());
  const found = decoders.find(({ good }) => good);
  if (!found) throw notText(name);
  return found.encoding;
}

function decodes(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

function notText(name: string): DataError {
  return new DataError(`${name} 不是文本表格；是 Excel 文件的，把扩展名改回 .xlsx，或另存为 CSV UTF-8。`);
}

/** The mark that the first line with any of them has most of. */
async function delimiterOf(source: Source, encoding: Encoding): Promise<string> {
  let head = '';
  for await (const text of texts(source, encoding)) {
    head += text;
    if (head.length > 10_000) break;
  }
  const outside = head.replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: outside.split(mark).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}
