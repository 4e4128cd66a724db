import { setFlagsFromString } from 'node:v8';
import { numbered, type Shard, shardFrom, shareOf, shareSize } from '../../batch/shard.ts';
import { Tally } from '../../batch/tally.ts';
import { type Known, tasks } from '../../batch/tasks.ts';
import type { Row } from '../../data/table.ts';
import { UserError } from '../../errors.ts';
import { admit, type Output } from '../../io/door.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { chosenRows } from './choosing.ts';
import { crewSize } from './crew-size.ts';
import { dryRun } from './dry-run.ts';
import { printingOf } from './maker.ts';
import { make } from './making.ts';
import type { BatchOptions } from './options.ts';
import { type Order, order } from './order.ts';
import { type Outputs, outputsOf } from './outputs.ts';
import { heldPlace, placeOf } from './place.ts';
import { leave, listPlace } from './results.ts';
import { summary } from './summary.ts';

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
  if (options.index !== undefined && options.shard !== undefined)
    throw new UserError(
      '--index 列的是全部文件，不能和 --shard 一起用；各份都做完以后，去掉 --shard、加上 --resume 再运行一次。',
    );
  // A row leaves nothing behind: with more room for young objects, memory would only grow with the rows.
  setFlagsFromString('--optimize-for-size');
  const terminal = new Terminal(host);
  const shard = options.shard === undefined ? undefined : shardFrom(options.shard, host.env);
  const ordered = await order(plan, options, host, terminal);
  if (ordered === undefined) return false;
  const outputs = outputsOf(options, host);
  admit(...Object.values<Output>({ ...outputs }));
  const { all, count, known, printing } = await chosenRows(ordered, outputs, { options, host, terminal });
  if (count === 0) throw new UserError(`${data} 里没有要做的行。`);
  const run = { plan, data, total: shareSize(count, shard) };
  const rows = () => shareOf(all(), shard);
  if (!options.dryRun)
    return carriedOut(run, { rows, known, ordered, outputs, shard }, { options, host, terminal });
  const { setup, table } = ordered;
  const looked = { printing: printing ?? printingOf(setup), table, setup, host, terminal };
  return dryRun(rows(), known, looked, run);
}

interface About {
  options: BatchOptions;
  host: Host;
  terminal: Terminal;
}

interface Job {
  rows: () => AsyncIterable<Row>;
  known: Known;
  ordered: Order;
  outputs: Outputs;
  shard: Shard | undefined;
}

/** Makes the documents, tells what became of the rows, and leaves what a run leaves beside them. */
async function carriedOut(
  run: { plan: string; data: string; total: number },
  { rows, known, ordered, outputs, shard }: Job,
  { options, host, terminal }: About,
): Promise<boolean> {
  const { setup, table } = ordered;
  const crew = crewSize(run.total, options);
  const wanted = { setup, options, shard, cwd: host.cwd, archive: outputs.archive, crew };
  const release = heldPlace(wanted, `batch ${run.plan} --data ${run.data}`);
  try {
    const tally = new Tally();
    const renamed: number[] = [];
    const todo = tasks(rows(), known, {
      failed: (outcome) => tally.add(outcome),
      renamed: (row) => renamed.push(row),
    });
    const goOn = howToGoOn(options.archive);
    const broken = () => terminal.note(goOn);
    const finished = await make(todo, placeOf(wanted), { tally, total: run.total, host, broken });
    if (renamed.length > 0) {
      const some = `${renamed.slice(0, 10).join('、')}${renamed.length > 10 ? ` 等 ${renamed.length}` : ''}`;
      terminal.note(`第 ${some} ${table.unit}的文件名里有系统不让用的字符，已经换成相近的。`);
    }
    for (const note of tally.notes(table.unit)) terminal.note(note);
    if (known.sums.columns.length > 0 && tally.failures > 0)
      terminal.note(`汇总、计数里没有算失败的行；改好原来的表，加 --resume 再做，各份的数跟着改。`);
    const shards = shard && { shards: [numbered(shard)] };
    const report = tally.report({ ...run, ...shards, finished });
    const place = listPlace(options, shard, host);
    await leave({ report, rows, order: ordered, outputs, place }, terminal, host);
    const good = summary(report, table.unit, terminal);
    if (!finished) terminal.note(goOn);
    return good;
  } finally {
    release();
  }
}

function howToGoOn(archive: string | undefined): string {
  return archive === undefined
    ? '做好的都在输出目录里；接着做，就用同样的命令加上 --resume。'
    : '压缩包没有做完，没有留下，要重新做。';
}
