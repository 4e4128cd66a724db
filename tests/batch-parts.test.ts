import { expect, test } from 'vitest';
import { shardFrom, shardName, shareOf, shareSize } from '../src/batch/shard.ts';

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
