import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { BatchReport } from '../../batch/report.ts';
import { numbered, type Shard, shardFrom, shareOf, shareSize } from '../../batch/shard.ts';
import { chosen, type Survey, survey } from '../../batch/survey.ts';
import type { Row } from '../../data/table.ts';
import { UserError } from '../../errors.ts';
import { write } from '../../io/files.ts';
import { Progress } from '../../ui/progress.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { BatchOptions } from '../batch.ts';
import type { Host } from '../host.ts';
import { dispatch } from './dispatch.ts';
import { failedRows } from './failed-rows.ts';
import { index } from './file-list.ts';
import { type Order, order } from './order.ts';
import { placeOf } from './place.ts';
import { summary } from './summary.ts';
import { Tally } from './tally.ts';
import { tasks } from './tasks.ts';

/** Starting threads takes as long as some hundred documents. */
const worthThreads = 400;
const mostThreads = 16;

/** `pingan batch`: makes a document for each row of a table; false when a row has none. */
export async function batchRun(
  plan: string | undefined,
  options: BatchOptions,
  host: Host,
): Promise<boolean> {
  const { data, archive } = options;
  if (plan === undefined)
    throw new UserError('没有给计划文件：pingan batch 计划.yaml --data 各村.xlsx -o 输出/');
  if (data === undefined)
    throw new UserError('没有给数据：加上 --data 各村.xlsx（.csv、.json、.jsonl、.yaml 也行）。');
  if (archive !== undefined && (options.resume || options.shard !== undefined))
    throw new UserError('--archive 是一次写成的整包，不能和 --resume、--shard 一起用。');
  // A row leaves nothing behind: with more room for young objects, memory would only grow with the rows.
  setFlagsFromString('--optimize-for-size');
  const terminal = new Terminal(host.say, host.colour);
  const shard = options.shard === undefined ? undefined : shardFrom(options.shard, host.env);
  const ordered = await order(plan, options, host, terminal);
  if (ordered === undefined) return false;
  const all = chosen(ordered.table, conditions(options.where, ordered));
  const found = await survey(all, ({ values }) => ordered.names.of(values), ordered.sums);
  if (found.count === 0) throw new UserError(`${data} 里没有要做的行。`);
  const rows = () => shareOf(all(), shard);
  const total = shareSize(found.count, shard);
  const about = { plan, data, total, ...(shard && { shards: [numbered(shard)] }) };
  const tally = new Tally();
  const finished = await make(rows, found, ordered, options, total, tally, host, terminal, shard);
  const report = tally.report({ ...about, finished });
  await failedRows(rows, report.failed, ordered, options, host, shard);
  if (finished && options.index !== undefined) await index(rows, report.failed, ordered, options.index, host);
  if (options.report !== undefined) writeReport(path.resolve(host.cwd, options.report), report);
  const good = summary(report, ordered.table.unit, terminal);
  if (!finished) terminal.note(howToGoOn(archive));
  return good;
}

async function make(
  rows: () => AsyncIterable<Row>,
  found: Survey,
  ordered: Order,
  options: BatchOptions,
  total: number,
  tally: Tally,
  host: Host,
  terminal: Terminal,
  shard: Shard | undefined,
): Promise<boolean> {
  const place = await placeOf(ordered.setup, options, host, shard, crewSize(total, options));
  const progress = new Progress(host.watched ? host.say : () => {}, total, () => performance.now());
  const renamed: number[] = [];
  const todo = tasks(
    rows(),
    ordered,
    found,
    (outcome) => tally.add(outcome),
    (row) => renamed.push(row),
  );
  let finished = false;
  try {
    finished = await dispatch(todo, place, host.signal, (outcomes) => {
      for (const outcome of outcomes) tally.add(outcome);
      progress.show(tally.done, tally.failures);
    });
  } catch (thrown) {
    terminal.note(howToGoOn(options.archive));
    throw thrown;
  } finally {
    progress.end();
    await place.close(finished);
  }
  if (renamed.length > 0) {
    const some = `${renamed.slice(0, 10).join('、')}${renamed.length > 10 ? ` 等 ${renamed.length}` : ''}`;
    terminal.note(`第 ${some} ${ordered.table.unit}的文件名里有系统不让用的字符，已经换成相近的。`);
  }
  return finished;
}

function conditions(where: Readonly<Record<string, string>>, { table: { columns } }: Order) {
  return Object.entries(where).map(([name, value]) => {
    const column = columns.indexOf(name);
    if (column < 0)
      throw new UserError(`--where：表里没有“${name}”列；有：${columns.filter(Boolean).join('、')}。`);
    return { column, value };
  });
}

/** Nought for no threads: everything is made in this one. */
function crewSize(total: number, { archive, jobs }: BatchOptions): number {
  const wanted = jobs ?? (total < worthThreads ? 1 : Math.min(availableParallelism(), mostThreads));
  return archive !== undefined || wanted === 1 ? 0 : wanted;
}

function writeReport(file: string, report: BatchReport): void {
  write(file, Buffer.from(`${JSON.stringify(report, null, 2)}\n`));
}

function howToGoOn(archive: string | undefined): string {
  return archive === undefined
    ? '做好的都在输出目录里；接着做，就用同样的命令加上 --resume。'
    : '压缩包没有做完，没有留下，要重新做。';
}
