import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { dispatch } from '../../batch/dispatch.ts';
import type { Task } from '../../batch/outcome.ts';
import type { BatchReport } from '../../batch/report.ts';
import { numbered, type Shard, shardFrom, shardName, shareOf, shareSize } from '../../batch/shard.ts';
import { chosen, survey } from '../../batch/survey.ts';
import { Tally } from '../../batch/tally.ts';
import { tasks } from '../../batch/tasks.ts';
import { UserError } from '../../errors.ts';
import { write } from '../../io/files.ts';
import { Progress } from '../../ui/progress.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { failedRows } from './failed-rows.ts';
import { fileList } from './file-list.ts';
import type { BatchOptions } from './options.ts';
import { order } from './order.ts';
import { type Place, placeOf } from './place.ts';
import { summary } from './summary.ts';

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
  const { table, names, sums, setup } = ordered;
  const all = chosen(table, conditions(options.where, table.columns));
  const { count, collisions } = await survey(all, ({ values }) => names.of(values), sums);
  if (count === 0) throw new UserError(`${data} 里没有要做的行。`);
  const rows = () => shareOf(all(), shard);
  const total = shareSize(count, shard);
  const place = placeOf({ setup, options, shard, cwd: host.cwd, crew: crewSize(total, options) });
  const tally = new Tally();
  const renamed: number[] = [];
  const todo = tasks(
    rows(),
    { names, sums, collisions },
    { failed: (outcome) => tally.add(outcome), renamed: (row) => renamed.push(row) },
  );
  const goOn = howToGoOn(archive);
  const finished = await make(todo, place, { tally, total, host, broken: () => terminal.note(goOn) });
  if (renamed.length > 0) {
    const some = `${renamed.slice(0, 10).join('、')}${renamed.length > 10 ? ` 等 ${renamed.length}` : ''}`;
    terminal.note(`第 ${some} ${table.unit}的文件名里有系统不让用的字符，已经换成相近的。`);
  }
  const shards = shard && { shards: [numbered(shard)] };
  const report = tally.report({ plan, data, total, ...shards, finished });
  const { failed } = report;
  const file = path.resolve(host.cwd, failedFile(options, shard));
  if (await failedRows({ rows: rows(), failed, columns: table.columns }, file))
    host.say(`失败的行在 ${path.relative(host.cwd, file)}，改好以后可以直接用 --data 再做这些行。\n`);
  if (finished && options.index !== undefined)
    await fileList({ rows: rows(), failed, order: ordered }, path.resolve(host.cwd, options.index));
  if (options.report !== undefined) writeReport(path.resolve(host.cwd, options.report), report);
  const good = summary(report, table.unit, terminal);
  if (!finished) terminal.note(goOn);
  return good;
}

interface Course {
  tally: Tally;
  total: number;
  host: Host;
  /** Told when it ends early, and not because someone wanted it to. */
  broken(): void;
}

/** Has everything made that is to be made; false when it was told to stop. */
async function make(
  todo: AsyncIterable<Task>,
  place: Place,
  { tally, total, host, broken }: Course,
): Promise<boolean> {
  const progress = new Progress(host.watched ? host.say : () => {}, total, () => performance.now());
  let finished = false;
  try {
    finished = await dispatch(todo, place, host.signal, (outcomes) => {
      for (const outcome of outcomes) tally.add(outcome);
      progress.show(tally.done, tally.failures);
    });
  } catch (thrown) {
    broken();
    throw thrown;
  } finally {
    progress.end();
    await place.close(finished);
  }
  return finished;
}

function conditions(where: Readonly<Record<string, string>>, columns: readonly string[]) {
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

/** Beside the documents. */
function failedFile({ archive, output }: BatchOptions, shard: Shard | undefined): string {
  const folder = archive === undefined ? output : path.dirname(archive);
  return path.join(folder, `未生成${shard ? `-${shardName(shard)}` : ''}.csv`);
}

function writeReport(file: string, report: BatchReport): void {
  write(file, Buffer.from(`${JSON.stringify(report, null, 2)}\n`));
}

function howToGoOn(archive: string | undefined): string {
  return archive === undefined
    ? '做好的都在输出目录里；接着做，就用同样的命令加上 --resume。'
    : '压缩包没有做完，没有留下，要重新做。';
}
