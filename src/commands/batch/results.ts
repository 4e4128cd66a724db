import path from 'node:path';
import { type BatchReport, reportText } from '../../batch/report.ts';
import { type Shard, shardName } from '../../batch/shard.ts';
import type { Row } from '../../data/table.ts';
import { deliver } from '../../io/door.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { failedRows, type ListPlace } from './failed-rows.ts';
import { fileList } from './file-list.ts';
import type { BatchOptions } from './options.ts';
import type { Order } from './order.ts';
import type { Outputs } from './outputs.ts';

interface Results {
  report: BatchReport;
  rows(): AsyncIterable<Row>;
  order: Order;
  outputs: Outputs;
  place: ListPlace;
}

/** Writes what a run leaves beside its documents: the rows without one, the index, the report. */
export async function leave(
  { report, rows, order, outputs, place }: Results,
  terminal: Terminal,
  { cwd, out }: Host,
): Promise<void> {
  const { failed, finished } = report;
  const { columns: all, added, lists } = order.table;
  const columns = all.map((column) => (added?.includes(column) ? '' : column));
  const isDeep = columns.some((column) => lists?.has(column));
  const { file, kept } = await failedRows({ rows: rows(), failed, columns, isDeep, finished }, place);
  if (file !== undefined) {
    for (const each of kept)
      terminal.note(`保留 ${path.relative(cwd, each)}：它有人改过，或者说的是别的行。`);
    // Figures are made of the whole table, so its rows can't be made of this list.
    const again = order.sums.columns.length > 0 ? '' : '，改好以后可以直接用 --data 再做这些行';
    terminal.note(`失败的行在 ${path.relative(cwd, file)}${again}。`);
  }
  if (finished && outputs.index) await fileList({ rows: rows(), failed, order }, outputs.index);
  if (outputs.report) deliver(outputs.report, Buffer.from(reportText(report)));
  if (order.reportsOut) out(reportText(report));
}

/** Beside the documents. */
export function listPlace(
  { archive, output, data, where, rows }: BatchOptions,
  shard: Shard | undefined,
  { cwd }: Host,
): ListPlace {
  const folder = path.resolve(cwd, archive === undefined ? output : path.dirname(archive));
  return {
    folder,
    name: `未生成${shard ? `-${shardName(shard)}` : ''}`,
    data: data === '-' ? data : path.relative(folder, path.resolve(cwd, data)),
    where: rows === undefined ? where : { ...where, '--rows': rows },
  };
}
