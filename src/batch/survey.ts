import type { Row } from '../data/table.ts';
import { crc32 } from '../package/deflate.ts';
import { gather } from '../text/groups.ts';
import type { Cells } from './cells.ts';
import type { FileName } from './file-names.ts';
import type { Sums } from './sums.ts';

/** What is known of a table before the first document is made. */
export interface Survey {
  count: number;
  /** By lower-case name, the rows that would write the same file. */
  collisions: ReadonlyMap<string, readonly number[]>;
}

/** What else is asked of rows before anything is made. */
interface Asked {
  cells?: Cells;
  /** Whether a row would have no document, for its own sake; asked where figures must not have it in them. */
  fails?(row: Row): boolean;
}

/**
 * Goes through the table: counts, adds up, and looks for rows that would write the same file. It is gone through again
 * only where what it holds below says something of what it holds above, or where figures must leave rows out. Names are
 * held as checksums of four bytes, so that half a million of them take two megabytes; only suspects are compared as they
 * are.
 */
export async function survey(
  rows: () => AsyncIterable<Row>,
  nameOf: (row: Row) => FileName,
  sums: Sums,
  { cells, fails }: Asked = {},
): Promise<Survey> {
  let collisions: Survey['collisions'] = new Map();
  const settled = (row: Row) => cells?.settled(row) ?? row;
  const isMade = (row: Row, named: FileName) =>
    'name' in named &&
    !collisions.has(folded(named.name)) &&
    (cells?.faults(row).length ?? 0) === 0 &&
    !fails?.(row);
  const once = async () => {
    let checksums = new Uint32Array(1024);
    let count = 0;
    sums.clear();
    for await (const written of rows()) {
      const row = settled(written);
      if (count === checksums.length) checksums = grown(checksums);
      const named = nameOf(row);
      if (!fails || isMade(row, named)) sums.add(row);
      checksums[count++] = 'name' in named ? crc32(folded(named.name)) : 0;
    }
    return { count, suspects: repeated(checksums.subarray(0, count)) };
  };
  let found = await once();
  // What the cells say is known before rows are read for anything else, or they would be counted twice.
  if (cells?.conclude()) found = await once();
  const { count, suspects } = found;
  if (suspects.size > 0) collisions = await same(rows, (row) => nameOf(settled(row)), suspects);
  if (fails && collisions.size > 0) await once();
  return { count, collisions };
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
    if (suspects.has(crc32(key))) gather(found, key, row.number);
  }
  for (const [name, numbers] of found) if (numbers.length < 2) found.delete(name);
  return found;
}
