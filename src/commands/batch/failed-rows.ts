import path from 'node:path';
import { failedHead, failedLine, failedRecord } from '../../batch/failed-table.ts';
import type { FailedRow } from '../../batch/report.ts';
import type { Row } from '../../data/table.ts';
import { deliver, discard, lying } from '../../io/door.ts';
import { jot, jotted, unjot } from '../../io/keeping.ts';
import { sourceAt } from '../../io/sources.ts';
import { crc32 } from '../../package/deflate.ts';

/** Excel takes a CSV for UTF-8 only with this in front. */
const mark = '\uFEFF';

interface Failed {
  rows: AsyncIterable<Row>;
  failed: readonly FailedRow[];
  columns: readonly string[];
  /** Whether rows have lists of records. */
  isDeep: boolean;
  /** Whether all rows were come to. */
  finished: boolean;
}

/** The place of the list, and which rows it is about: a list of other rows isn't touched. */
export interface ListPlace {
  folder: string;
  /** Without its ending. */
  name: string;
  data: string;
  where: Readonly<Record<string, string>>;
}

interface Note {
  crc: number;
  data: string;
  where: string;
}

/**
 * Writes the rows that have no document as a table that can be corrected and given to --data again; undefined if there
 * are none. A list into which somebody has typed stays, and the new one is put beside it.
 */
export async function failedRows(
  { rows, failed, columns, isDeep, finished }: Failed,
  place: ListPlace,
): Promise<{ file?: string; kept: readonly string[] }> {
  const { free, replaceable, kept } = listsIn(place, isDeep ? 'json' : 'csv');
  const drop = (files: readonly string[]) => {
    for (const file of files) {
      discard(file);
      unjot(place.folder, noteOf(file));
    }
  };
  if (failed.length === 0) {
    // What they say isn't so any more.
    if (finished) drop(replaceable);
    return { kept };
  }
  const byRow = new Map(failed.map((each) => [each.row, each]));
  const made: string[] = [];
  for await (const row of rows) {
    const found = byRow.get(row.number);
    if (found)
      for (const { number, values } of row.parts ?? [row])
        made.push((isDeep ? failedRecord : failedLine)(columns, { ...found, row: number }, values));
  }
  const bytes = Buffer.from(isDeep ? `[${made.join(',\n')}]\n` : mark + failedHead(columns) + made.join(''));
  const [file = free, ...others] = replaceable;
  const shown = path.basename(file);
  deliver({ file, shown, what: '失败的行', isOurs: () => file !== free, force: false }, bytes);
  const note: Note = { crc: crc32(bytes), data: place.data, where: JSON.stringify(place.where) };
  jot(place.folder, noteOf(file), note);
  drop(others);
  return { file, kept };
}

/** The lists that are there: those that the run may replace, those that it may not, and the first name that is free. */
function listsIn({ folder, name, data, where }: ListPlace, ending: 'csv' | 'json') {
  const replaceable: string[] = [];
  const kept: string[] = [];
  const isWhole = Object.keys(where).length === 0;
  for (let number = 1; ; number++) {
    const file = path.join(folder, `${name}${number > 1 ? `（${number}）` : ''}.${ending}`);
    const bytes = lying(file);
    if (bytes === undefined) return { free: file, replaceable, kept };
    const note = jotted(folder, noteOf(file)) as Partial<Note> | undefined;
    // A run of all rows is about those of --where as well.
    const isAbout = note?.data === data && (isWhole || note.where === JSON.stringify(where));
    if (isAbout && note.crc === crc32(bytes) && sourceAt(file) === undefined) replaceable.push(file);
    else kept.push(file);
  }
}

function noteOf(file: string): string {
  return `${path.basename(file)}.json`;
}
