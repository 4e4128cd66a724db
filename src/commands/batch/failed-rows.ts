import path from 'node:path';
import { failedHead, failedLine } from '../../batch/failed-table.ts';
import type { FailedRow } from '../../batch/report.ts';
import { type Shard, shardName } from '../../batch/shard.ts';
import type { Row } from '../../data/table.ts';
import { readBytes, remove, write } from '../../io/files.ts';
import type { BatchOptions } from '../batch.ts';
import type { Host } from '../host.ts';
import type { Order } from './order.ts';

/** Excel takes a CSV for UTF-8 only with this in front. */
const mark = '\uFEFF';

/** Writes the rows that have no document as a table that can be corrected and given to --data again. */
export async function failedRows(
  rows: () => AsyncIterable<Row>,
  failed: readonly FailedRow[],
  { table: { columns } }: Order,
  options: BatchOptions,
  host: Host,
  shard: Shard | undefined,
): Promise<void> {
  const suffix = shard ? `-${shardName(shard)}` : '';
  const folder = options.archive === undefined ? options.output : path.dirname(options.archive);
  const file = path.resolve(host.cwd, folder, `未生成${suffix}.csv`);
  const head = mark + failedHead(columns);
  if (failed.length === 0) {
    // The one of the last run would say what isn't so any more.
    const [first = ''] = (readBytes(file)?.toString() ?? '').split('\n');
    if (first.startsWith(failedHead([]).trimEnd()) || first.startsWith(mark + failedHead([]).trimEnd()))
      remove(file);
    return;
  }
  const byRow = new Map(failed.map((each) => [each.row, each]));
  const lines = [head];
  for await (const { number, values } of rows()) {
    const found = byRow.get(number);
    if (found) lines.push(failedLine(columns, found, values));
  }
  write(file, Buffer.from(lines.join('')));
  host.say(`失败的行在 ${path.relative(host.cwd, file)}，改好以后可以直接用 --data 再做这些行。\n`);
}
