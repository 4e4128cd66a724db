import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { holding } from '../src/batch/answers.ts';
import { Cells } from '../src/batch/cells.ts';
import { dispatch } from '../src/batch/dispatch.ts';
import { faultsOf } from '../src/batch/faults.ts';
import { FileNames } from '../src/batch/file-names.ts';
import { asked, fitting, onceByMessage } from '../src/batch/fitting.ts';
import type { Outcome, Task } from '../src/batch/outcome.ts';
import { reportIn, reportText } from '../src/batch/report.ts';
import { shardFrom, shardName, shareOf, shareSize } from '../src/batch/shard.ts';
import { Sums } from '../src/batch/sums.ts';
import { Tally } from '../src/batch/tally.ts';
import { tasks } from '../src/batch/tasks.ts';
import type { Row } from '../src/data/table.ts';
import { marked } from '../src/document/stencil.ts';
import { type Entry, Manifest, remembered } from '../src/io/manifest.ts';
import { read } from '../src/plan/read.ts';
import type { Problem } from '../src/schema/problem.ts';
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
    [['1,234.5', '0.5'], '1,235.0'],
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

const problem = (message: string, more: Partial<Problem> = {}): Problem => ({
  severity: 'error',
  code: 'plan/variable',
  message,
  start: 0,
  end: 0,
  ...more,
});

describe('what is wrong with a row', () => {
  const columns = ['镇', '支书.姓名', '', '组'];
  const advice = (column: string) => `在“${column}”列填上，或在计划里用 {{#if ${column}}}…{{/if}} 包起来。`;
  const empty = '这一格是空的，计划里却要印出来。';

  test('is told with the column that it is about, each once', () => {
    const faults = faultsOf(
      [
        problem('没有“镇”', { name: '镇' }),
        problem('没有“镇”', { name: '镇' }),
        problem('没有“姓名”', { name: '姓名' }),
        problem('没有“组”', { name: '组' }),
        problem('没有“村”', { name: '村' }),
        problem('日期不对'),
      ],
      columns,
      ['', '', '', ['一']],
    );
    expect(faults).toEqual([
      { column: '镇', value: '', message: empty, advice: advice('镇') },
      { column: '支书.姓名', value: '', message: empty, advice: advice('支书.姓名') },
      { column: '组', value: '["一"]', message: empty, advice: advice('组') },
      { message: '没有“村”' },
      { message: '日期不对' },
    ]);
  });
});

describe('rows as tasks', () => {
  const taken = async (rows: readonly string[][], collisions: [string, number[]][] = []) => {
    const told: string[] = [];
    const table = async function* (): AsyncIterable<Row> {
      for (const [index, values] of rows.entries()) yield { number: index + 2, values };
    };
    const sums = new Sums(['计数.'], ['村']);
    for (const [number, values] of rows.entries()) sums.add({ number, values });
    const known = {
      names: new FileNames('{{村}}', ['村'], {}),
      sums,
      cells: new Cells(['村'], () => true),
      collisions: new Map(collisions),
    };
    const made = await all(
      tasks(table(), known, {
        failed: (outcome) => told.push(JSON.stringify(outcome)),
        renamed: (row) => told.push(`renamed ${row}`),
      }),
    );
    return [made, told];
  };

  test('have their names and the figures over the table; who has no name fails', async () => {
    expect(await taken([['甲'], [''], ['a/b']])).toEqual([
      [
        { row: 2, values: ['甲', '3'], name: '甲' },
        { row: 4, values: ['a/b', '3'], name: 'a／b' },
      ],
      ['{"state":"failed","row":3,"faults":[{"message":"文件名里的变量“村”没有值。"}]}', 'renamed 4'],
    ]);
  });

  test.each([
    [[2, 3], '第 2、3 行'],
    [[2, 3, 4, 5, 6], '第 2、3、4、5、6 行'],
    [[2, 3, 4, 5, 6, 7], '第 2、3、4、5、6 … 共 6 行'],
  ])('of which %j would write the same file fail', async (numbers, said) => {
    const advice =
      '在 --name 里加上能区分它们的列，如 {{镇}}/{{村名}}；一个村占几行、要做成一份的，加 --group 村名。';
    const fault = { message: `文件名都是“A”（${said}）。`, advice };
    expect(await taken([['A'], ['b']], [['a', numbers]])).toEqual([
      [{ row: 3, values: ['b', '2'], name: 'b' }],
      [JSON.stringify({ state: 'failed', row: 2, name: 'A', faults: [fault] })],
    ]);
  });
});

describe('what has been done', () => {
  const tally = () => {
    const counted = new Tally();
    const made = { file: '甲.md', size: 1, crc: 2, modified: 3 };
    const outcomes: Outcome[] = [
      { state: 'made', row: 2, made: [made], kept: ['乙.md', '丙.md'] },
      { state: 'made', row: 3, made: [], kept: ['丁.md'] },
      { state: 'same', row: 4 },
      { state: 'failed', row: 9, name: '戊', faults: [] },
      { state: 'failed', row: 5, faults: [] },
      { state: 'same', row: 6 },
      { state: 'same', row: 7 },
    ];
    for (const outcome of outcomes) counted.add(outcome);
    return counted;
  };
  const run = { plan: '计划.yaml', data: '村.csv', total: 7, finished: false };
  const counts = {
    version: 1,
    plan: '计划.yaml',
    data: '村.csv',
    total: 7,
    made: 1,
    unchanged: 3,
    failed: [
      { row: 5, faults: [] },
      { row: 9, name: '戊', faults: [] },
    ],
    kept: ['丁.md', '丙.md', '乙.md'],
    finished: false,
  };

  test('is counted; a row of which everything is kept isn’t made', () => {
    expect([tally().done, tally().failures]).toEqual([6, 2]);
    expect(tally().report(run)).toEqual(counts);
    const shards = [{ shard: 2, of: 3 }];
    expect(tally().report({ ...run, shards })).toEqual({ ...counts, shards });
  });

  test('what is amiss with pages is told with the rows, in their order', () => {
    const counted = tally();
    for (let row = 20; row > 9; row--)
      counted.add({ state: 'made', row, made: [], kept: [], odd: '标题太长。' });
    counted.oddly(7, '太满。');
    expect(counted.notes('行')).toEqual([
      '第 10、11、12、13、14、15、16、17、18、19 等 11 行：标题太长。',
      '第 7 行：太满。',
    ]);
  });

  test('is read again as it was written; anything else is no report', () => {
    const text = reportText(tally().report(run));
    expect(reportIn(text)).toEqual(counts);
    expect(text).toMatch(/^\{\n {2}"version": 1,\n[\s\S]*\}\n$/);
    for (const other of [
      { version: 2 },
      { failed: undefined },
      { kept: '甲.md' },
      { plan: 7 },
      { finished: undefined },
    ])
      expect(reportIn(JSON.stringify({ ...counts, ...other })), JSON.stringify(other)).toBeUndefined();
    for (const other of ['', '{', 'null', '[]', '村名\n甲\n', text.slice(0, -3)])
      expect(reportIn(other), other).toBeUndefined();
  });
});

describe('a plan and the head of a table', () => {
  const plan = read("标题: '{{村}}要点'\n正文: '{{户数}}户，全镇{{汇总.户数}}户，{{支书.姓名}}。'\n").plan;
  if (!plan) throw new Error('no plan');
  const table = (...columns: string[]) => ({ columns, unit: '行' as const, rows: async function* () {} });

  test('are held against each other with every column filled, and what is added up', () => {
    const { used, columns, given } = fitting(plan, table('户数', '村'), {});
    expect([...used].sort()).toEqual(['户数', '支书.姓名', '村', '汇总.户数'].sort());
    expect(columns).toEqual(['户数', '村', '汇总.户数']);
    expect(Object.keys(given).sort()).toEqual(['户数', '村', '汇总'].sort());
  });

  test('a list has one entry, in which every column has a value', () => {
    const lists = new Map([['各户', { columns: ['户主', '户数', '生日', '到任'] }]]);
    const text = '{{#each 各户}}{{户主}}{{生日}}{{日期 到任 "M月"}}{{/each}}';
    const listing = read(`标题: 甲\n正文: '${text}'\n`).plan ?? plan;
    const { given } = fitting(listing, { ...table('户数', '各户'), lists }, {});
    const [first] = given['各户'] as Record<string, { text: string }>[];
    expect(Object.entries(first ?? {}).map(([name, { text }]) => `${name} ${text}`)).toEqual([
      '户主 1',
      '户数 1',
      '生日 1',
      '到任 2026-01-01 9:00',
    ]);
  });

  test.each<[string, readonly string[], string]>([
    ['村明', ['村名', '镇'], '是不是“村名”？表里的列：村名、镇。'],
    ['户', ['户数', '镇'], '是不是“户数”？表里的列：户数、镇。'],
    ['全部户数', ['', '户数', '镇'], '是不是“户数”？表里的列：户数、镇。'],
    ['负责人', ['', '户数', '镇'], '表里的列：户数、镇。'],
  ])('“%s” isn’t among %j', (name, columns, advice) => {
    const { retold } = fitting(read('标题: 甲\n').plan ?? plan, table(...columns), {});
    const wanted = problem('没有值', { name });
    const message = `变量“${name}”没有值，表里也没有这一列。`;
    expect(retold(wanted)).toEqual([{ ...wanted, message, advice }]);
    expect(retold(problem('没有名字'))).toEqual([problem('没有名字')]);
    expect(retold(problem('别的', { code: 'plan/date', name }))).toEqual([]);
  });

  test('a column that is missing is told once, other problems each time', () => {
    const other = problem('甲', { code: 'plan/date' });
    expect(onceByMessage([problem('甲'), other, problem('乙'), problem('甲'), other])).toEqual([
      problem('甲'),
      other,
      problem('乙'),
      other,
    ]);
  });

  test('columns that nothing asks for are told', () => {
    const wanted = ['村', '支书.姓名', '{{镇}}/{{村}}'];
    const isAsked = asked(wanted.slice(0, 2), wanted[2] ?? '');
    expect(['村', '支书', '镇', '村名', '姓名', '户数'].filter((column) => !isAsked(column))).toEqual([
      '村名',
      '姓名',
      '户数',
    ]);
  });
});

describe('what helpers say of marks', () => {
  const mark = marked(0, { first: false, last: false });
  const holds = (again: (asked: readonly unknown[]) => unknown, answer: unknown, asked: unknown[] = [mark]) =>
    holding([{ asked, named: {}, given: [], answer, again: (other) => again(other.asked) }]);

  test('holds of other words where they say the same of these', () => {
    const cutOff = holds(([text]) => String(text).replace(/村$/, ''), mark);
    expect([cutOff(['柳溪']), cutOff(['柳溪村'])]).toEqual([true, false]);
    const long = holds(([text]) => String(text).length > 3, false);
    expect([long(['柳溪']), long(['柳溪石桥'])]).toEqual([true, false]);
  });

  test('is looked at within lists and names, too', () => {
    const asked = [{ 人: [mark, '甲'] }];
    const first = holds(([given]) => ({ 首: (given as { 人: string[] }).人[0] }), { 首: mark }, asked);
    expect(first(['柳溪'])).toBe(true);
    const sorted = holds(([given]) => (given as { 人: string[] }).人.toSorted(), ['甲', mark], asked);
    expect([sorted(['石']), sorted(['丙'])]).toEqual([true, false]);
    expect(asked).toEqual([{ 人: [mark, '甲'] }]);
  });

  test('without a mark it isn’t asked again', () => {
    const never = holds(() => expect.fail('asked'), true, ['甲', 3, null, undefined, []]);
    expect(never(['柳溪'])).toBe(true);
  });
});
