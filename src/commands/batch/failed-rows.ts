import { failedHead, failedLine } from '../../batch/failed-table.ts';
import type { FailedRow } from '../../batch/report.ts';
import type { Row } from '../../data/table.ts';
import { readBytes, remove, write } from '../../io/files.ts';

/** Excel takes a CSV for UTF-8 only with this in front. */
const mark = '\uFEFF';

interface Failed {
  rows: AsyncIterable<Row>;
  failed: readonly FailedRow[];
  columns: readonly string[];
}

/** Writes the rows that have no document as a table that can be corrected and given to --data again; false if there are none. */
export async function failedRows({ rows, failed, columns }: Failed, file: string): Promise<boolean> {
  if (failed.length === 0) {
    // The one of the last run would say what isn't so any more.
    const [first = ''] = (readBytes(file)?.toString() ?? '').split('\n');
    if (first.startsWith(failedHead([]).trimEnd()) || first.startsWith(mark + failedHead([]).trimEnd()))
      remove(file);
    return false;
  }
  const byRow = new Map(failed.map((each) => [each.row, each]));
  const lines = [mark + failedHead(columns)];
  for await (const { number, values } of rows) {
    const found = byRow.get(number);
    if (found) lines.push(failedLine(columns, found, values));
  }
  write(file, Buffer.from(lines.join('')));
  return true;
}
