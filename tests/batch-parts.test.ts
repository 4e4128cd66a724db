import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { dispatch } from '../src/batch/dispatch.ts';
import type { Outcome, Task } from '../src/batch/outcome.ts';
import { shardFrom, shardName, shareOf, shareSize } from '../src/batch/shard.ts';
import { Sums } from '../src/batch/sums.ts';
import { type Entry, Manifest, remembered } from '../src/io/manifest.ts';
import { folder } from './run.ts';

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

test.each([
  [{}, '2/8', [1, 8]],
  [{ JOB_COMPLETION_INDEX: '0' }, 'auto/4', [0, 4]],
  [{ PARALLEL_SEQ: '3' }, 'auto/4', [2, 4]],
  [{ CI_NODE_INDEX: '2', CI_NODE_TOTAL: '5' }, 'auto', [1, 5]],
  [{ CIRCLE_NODE_INDEX: '0', CIRCLE_NODE_TOTAL: '2' }, 'auto', [0, 2]],
  [{ BUILDKITE_PARALLEL_JOB: '1', BUILDKITE_PARALLEL_JOB_COUNT: '2' }, 'auto', [1, 2]],
  [{ AWS_BATCH_JOB_ARRAY_INDEX: '1', AWS_BATCH_JOB_ARRAY_SIZE: '9' }, 'auto', [1, 9]],
])('%o with --shard %s', (env, written, [index, of]) => {
  expect(shardFrom(written, env)).toEqual({ index, of });
});

test.each([
  ['0/3', 'auto', {}, '超出范围'],
  ['4/3', '', {}, '超出范围'],
  ['三分之一', '', {}, '--shard 写成'],
  ['auto', '', {}, '要由调度系统给出序号'],
  ['auto', '', { JOB_COMPLETION_INDEX: '1' }, '写成 --shard auto/8'],
])('--shard %s is refused', (written, _, env, message) => {
  expect(() => shardFrom(written, env)).toThrow(message);
});

test('every row is one shard’s, and shards know beforehand how many they have', async () => {
  for (let count = 0; count < 20; count++)
    for (let of = 1; of <= 7; of++) {
      const rows = Array.from({ length: count }, (_, number) => ({ number, values: [] }));
      const table = async function* () {
        yield* rows;
      };
      const shards = Array.from({ length: of }, (_, index) => ({ index, of }));
      const shares = await Promise.all(shards.map((shard) => all(shareOf(table(), shard))));
      expect(shares.map(({ length }) => length)).toEqual(shards.map((shard) => shareSize(count, shard)));
      expect(shares.flat().sort((a, b) => a.number - b.number)).toEqual(rows);
    }
});

test('without a shard all rows are taken; the files of one are called as people count', async () => {
  const rows = [{ number: 2, values: [] }];
  const table = async function* () {
    yield* rows;
  };
  expect([await all(shareOf(table(), undefined)), shareSize(7, undefined)]).toEqual([rows, 7]);
  expect(shardName({ index: 1, of: 8 })).toBe('2-of-8');
});

/** Long enough for everything that can go on without being waited for. */
const settled = async () => {
  for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
};

describe('handing out tasks', () => {
  interface List {
    done(): void;
    fails(reason: Error): void;
  }

  /** Hands that finish when they are told to, and a table that tells how far it was read. */
  const work = (size: number, count: number) => {
    const seen = { read: 0, most: 0, made: [] as number[] };
    const underWay: List[] = [];
    const tasks = async function* (): AsyncIterable<Task> {
      for (let row = 0; row < count; row++) {
        seen.read++;
        yield { row, values: [], name: '' };
      }
    };
    const make = (some: readonly Task[]) =>
      new Promise<Outcome[]>((done, fails) => {
        underWay.push({ done: () => done(some.map(({ row }) => ({ state: 'same', row }))), fails });
        seen.most = Math.max(seen.most, underWay.length);
      });
    const stop = new AbortController();
    const told = (outcomes: readonly Outcome[]) => void seen.made.push(...outcomes.map(({ row }) => row));
    let over = false;
    const finished = dispatch(tasks(), { size, make }, stop.signal, told).finally(() => {
      over = true;
    });
    // Awaited by `rest`, which may come later.
    finished.catch(() => {});
    const rest = async () => {
      while (!over) {
        for (const { done } of underWay.splice(0)) done();
        await settled();
      }
      return finished;
    };
    return { seen, underWay, rest, stop };
  };

  test.each([1, 2, 5])(
    'no more than %d lists are under way, and the table isn’t read ahead of them',
    async (size) => {
      const { seen, underWay, rest } = work(size, 1030);
      for (let done = 0; done < 10; done++) {
        await settled();
        expect([underWay.length, seen.read]).toEqual([size, (size + done) * 50]);
        underWay.shift()?.done();
      }
      await settled();
      expect([await rest(), seen.most, seen.read]).toEqual([true, size, 1030]);
      expect(seen.made.sort((a, b) => a - b)).toEqual(Array.from({ length: 1030 }, (_, row) => row));
    },
  );

  test('what is in hand is finished after a stop, and nothing more is begun', async () => {
    const { seen, rest, stop } = work(2, 500);
    await settled();
    stop.abort();
    expect([await rest(), seen.made.length]).toEqual([false, 100]);
    expect(seen.read).toBeLessThanOrEqual(101);
  });

  test('what makes going on pointless is thrown when the other hands have finished', async () => {
    const { seen, underWay, rest } = work(2, 500);
    await settled();
    underWay.shift()?.fails(new Error('磁盘满了'));
    await settled();
    await expect(rest()).rejects.toThrow('磁盘满了');
    expect(seen.made).toHaveLength(50);
  });
});

describe('figures over the table', () => {
  const figures = (name: string, ...rows: string[][]) => {
    const sums = new Sums([name], ['镇', '亩']);
    const table = rows.map((values, number) => ({ number, values }));
    for (const row of table) sums.add(row);
    return table.map((row) => sums.of(row)[0]);
  };

  test.each([
    [['0.1', '0.2'], '0.3'],
    [['1.25', '2.75'], '4.00'],
    [['1', '2.50'], '3.50'],
    [['2.50', '1'], '3.50'],
    [['3.0', '0.25', '未统计'], '3.25'],
    [['1', '2'], '3'],
    [['-0.5', '+0.5'], '0.0'],
    [['1,234.5', '0.5'], '1235.0'],
    [['未统计'], '0'],
  ])('%o is %s: with as many decimals as the longest has', (cells, sum) => {
    expect(figures('汇总.亩', ...cells.map((cell) => ['甲', cell]))).toEqual(cells.map(() => sum));
  });

  test('each group has decimals of its own', () => {
    const rows = [
      ['甲', '0.10'],
      ['乙', '7'],
      ['甲', '0.20'],
      ['丙', '1.5'],
    ];
    expect(figures('汇总.亩/镇', ...rows)).toEqual(['0.30', '7', '0.30', '1.5']);
    expect(figures('计数./镇', ...rows)).toEqual(['2', '1', '2', '1']);
  });
});

describe('the manifest', () => {
  const entry = (file: string): Entry => ({ file, input: 'a1', size: 1, crc: 2, modified: 3 });
  const filled = () => {
    const root = folder();
    mkdirSync(path.join(root, '.pingan'));
    const first = new Manifest(root, 'all', false);
    first.add([entry('甲.md'), entry('乙.md')]);
    first.close();
    return { root, file: path.join(root, '.pingan/all.jsonl') };
  };

  test('a run that goes on behind a line cut off by a kill loses that line and none of its own', () => {
    const { root, file } = filled();
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -9));
    expect([...remembered(root).keys()]).toEqual(['甲.md']);
    const second = new Manifest(root, 'all', true);
    second.add([entry('乙.md'), entry('丙.md')]);
    second.close();
    expect([...remembered(root).values()]).toEqual(['甲.md', '乙.md', '丙.md'].map(entry));
  });

  test('a run that begins anew forgets what was', () => {
    const { root } = filled();
    new Manifest(root, 'all', false).close();
    expect(remembered(root).size).toBe(0);
  });
});
