import { Readable } from 'node:stream';
import { type Options, parse } from 'csv-parse';

/** A record, and the line in which it ends. */
export interface CsvRecord {
  record: string[];
  info: { lines: number };
}

/** The records of a text that comes in pieces, as a stream. Browsers take `csv-records-browser.ts` in its place. */
export async function* csvRecords(texts: AsyncIterable<string>, notation: Options): AsyncIterable<CsvRecord> {
  const parser = parse(notation);
  const input = Readable.from(texts);
  input.on('error', (thrown) => parser.destroy(thrown));
  input.pipe(parser);
  try {
    yield* parser as AsyncIterable<CsvRecord>;
  } finally {
    input.destroy();
  }
}
