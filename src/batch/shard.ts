import type { Row } from '../data/table.ts';
import { UserError } from '../errors.ts';

/** Every `of`-th row, beginning with the `index`-th (from 0). A run without a shard takes all rows. */
export interface Shard {
  index: number;
  of: number;
}

/** The rows that are a shard's. */
export async function* shareOf(rows: AsyncIterable<Row>, shard: Shard | undefined): AsyncIterable<Row> {
  let index = 0;
  for await (const row of rows) if (!shard || index++ % shard.of === shard.index) yield row;
}

/** How many of the rows are a shard's. */
export function shareSize(count: number, shard: Shard | undefined): number {
  return shard ? Math.max(0, Math.ceil((count - shard.index) / shard.of)) : count;
}

/** As people count: the second of eight. */
export function numbered({ index, of }: Shard): { shard: number; of: number } {
  return { shard: index + 1, of };
}

/** What tells its files from those of the others: 2-of-8. */
export function shardName(shard: Shard): string {
  return `${numbered(shard).shard}-of-${shard.of}`;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Where engines say which of their equal jobs this is; `first` is the number of the first one. */
const engines: readonly { index: string; of?: string; first: number | string }[] = [
  { index: 'SLURM_ARRAY_TASK_ID', of: 'SLURM_ARRAY_TASK_COUNT', first: 'SLURM_ARRAY_TASK_MIN' },
  { index: 'CI_NODE_INDEX', of: 'CI_NODE_TOTAL', first: 1 },
  { index: 'CIRCLE_NODE_INDEX', of: 'CIRCLE_NODE_TOTAL', first: 0 },
  { index: 'BUILDKITE_PARALLEL_JOB', of: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
  { index: 'AWS_BATCH_JOB_ARRAY_INDEX', of: 'AWS_BATCH_JOB_ARRAY_SIZE', first: 0 },
  { index: 'JOB_COMPLETION_INDEX', first: 0 },
  { index: 'PARALLEL_SEQ', first: 1 },
];

/** Reads 2/8, auto, or auto/8 where the engine doesn't say how many jobs there are. */
export function shardFrom(text: string, env: Environment): Shard {
  const [, which = '', count] = /^(auto|\d+)(?:\/(\d+))?$/.exec(text.trim()) ?? [];
  if (which === '' || (which !== 'auto' && count === undefined))
    throw new UserError('--shard 写成“第几份/共几份”，如 --shard 2/8；由调度系统定的写 auto 或 auto/8。');
  return which === 'auto' ? fromEnvironment(count, env) : checked(Number(which) - 1, Number(count));
}

function fromEnvironment(count: string | undefined, env: Environment): Shard {
  const engine = engines.find(({ index }) => env[index] !== undefined && env[index] !== '');
  if (!engine)
    throw new UserError(
      `--shard auto 要由调度系统给出序号，这里没有：${engines.map(({ index }) => index).join('、')} 都没有设置。`,
    );
  const of = count ?? (engine.of === undefined ? undefined : env[engine.of]);
  if (of === undefined)
    throw new UserError(`${engine.index} 只说明是第几份，没有说共几份；写成 --shard auto/8。`);
  const first = typeof engine.first === 'number' ? engine.first : Number(env[engine.first] ?? 0);
  return checked(Number(env[engine.index]) - first, Number(of));
}

function checked(index: number, of: number): Shard {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(of) || of < 1 || index < 0 || index >= of)
    throw new UserError(`--shard 超出范围：第${index + 1}份，共${of}份；应从 1 到 ${of}。`);
  return { index, of };
}
