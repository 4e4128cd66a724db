import type { Row, Table } from '../data/table.ts';
import { crc32 } from '../package/deflate.ts';
import type { FileName } from './file-names.ts';
import type { Sums } from './sums.ts';

/** What is known of a table before the first document is made. */
export interface Survey {
  count: number;
  /** By lower-case name, the rows that would write the same file. */
  collisions: ReadonlyMap<string, readonly number[]>;
}

/**
 * Goes through the table once: counts, adds up, and looks for rows that would write the same file. Names are held as
 * checksums of four bytes, so that half a million of them take two megabytes; only suspects are compared as they are.
 */
export async function survey(
  rows: () => AsyncIterable<Row>,
  nameOf: (row: Row) => FileName,
  sums: Sums,
): Promise<Survey> {
  let checksums = new Uint32Array(1024);
  let count = 0;
  for await (const row of rows()) {
    sums.add(row);
    if (count === checksums.length) checksums = grown(checksums);
    const name = nameOf(row);
    checksums[count++] = 'name' in name ? crc32(folded(name.name)) : 0;
  }
  const suspects = repeated(checksums.subarray(0, count));
  return { count, collisions: suspects.size === 0 ? new Map() : await same(rows, nameOf, suspects) };
}

/** Files that differ only in capitals are one file on Windows. */
export function folded(name: string): string {
  return name.toLowerCase();
}

function grown(before: Uint32Array): Uint32Array<ArrayBuffer> {
  const after = new Uint32Array(before.length * 2);
  after.set(before);
  return after;
}

function repeated(checksums: Uint32Array): Set<number> {
  const sorted = checksums.sort();
  return new Set(sorted.filter((each, index) => each === sorted[index - 1]));
}

async function same(
  rows: () => AsyncIterable<Row>,
  nameOf: (row: Row) => FileName,
  suspects: ReadonlySet<number>,
): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for await (const row of rows()) {
    const name = nameOf(row);
    if (!('name' in name)) continue;
    const key = folded(name.name);
    if (suspects.has(crc32(key))) add(found, key, row.number);
  }
  for (const [name, numbers] of found) if (numbers.length < 2) found.delete(name);
  return found;
}

/** The rows with a value in each of the given columns, and of those every n-th. */
export function chosen(
  table: Table,
  where: readonly { column: number; value: string }[],
): () => AsyncIterable<Row> {
  return async function* () {
    for await (const row of table.rows())
      if (where.every(({ column, value }) => row.values[column] === value)) yield row;
  };
}

function add(found: Map<string, number[]>, name: string, number: number): void {
  const numbers = found.get(name);
  if (numbers) numbers.push(number);
  else found.set(name, [number]);
}
