import type { Options } from 'csv-parse';
import { parse } from 'csv-parse/browser/esm/sync';
import type { CsvRecord } from './csv-records.ts';

/** The records of a text; browsers have no streams of Node's, and hold a table that somebody dropped anyway. */
export async function* csvRecords(texts: AsyncIterable<string>, notation: Options): AsyncIterable<CsvRecord> {
  let whole = '';
  for await (const text of texts) whole += text;
  yield* parse(whole, notation as object) as unknown as CsvRecord[];
}
