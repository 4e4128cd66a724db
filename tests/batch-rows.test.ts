import { describe, expect, test } from 'vitest';
import { chosen } from '../src/batch/chosen.ts';
import { failedHead, failedLine } from '../src/batch/failed-table.ts';
import { FileNames } from '../src/batch/file-names.ts';
import { Maker, type Output } from '../src/batch/maker.ts';
import type { Made } from '../src/batch/outcome.ts';
import { type BatchReport, mergedReports } from '../src/batch/report.ts';
import { withRow } from '../src/batch/rows.ts';
import { shardFrom } from '../src/batch/shard.ts';
import { Sums } from '../src/batch/sums.ts';
import { survey } from '../src/batch/survey.ts';
import type { Row, Value } from '../src/data/table.ts';
import type { Format } from '../src/formats/format.ts';
import { isText, type Variable, variablesFrom } from '../src/plan/variables.ts';

describe('--shard', () => {
  const shard = (text: string, env: Record<string, string> = {}) => {
    try {
      const { index, of } = shardFrom(text, env);
      return `${index}/${of}`;
    } catch (thrown) {
      return (thrown as Error).message;
    }
  };
  test.each<[string, Record<string, string>, string]>([
    ['1/1', {}, '0/1'],
    [' 8/8 ', {}, '7/8'],
    ['auto', { SLURM_ARRAY_TASK_ID: '7', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '5' }, '2/4'],
    ['auto', { SLURM_ARRAY_TASK_ID: '2', SLURM_ARRAY_TASK_COUNT: '4' }, '2/4'],
    [
      'auto',
      {
        SLURM_ARRAY_TASK_ID: '1',
        SLURM_ARRAY_TASK_COUNT: '4',
        CI_NODE_INDEX: '3',
        CI_NODE_TOTAL: '3',
      },
      '1/4',
    ],
    ['auto', { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '3' }, '0/3'],
    ['auto', { CIRCLE_NODE_INDEX: '2', CIRCLE_NODE_TOTAL: '3' }, '2/3'],
    ['auto', { BUILDKITE_PARALLEL_JOB: '1', BUILDKITE_PARALLEL_JOB_COUNT: '3' }, '1/3'],
    ['auto', { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '3' }, '0/3'],
    ['auto/5', { JOB_COMPLETION_INDEX: '4' }, '4/5'],
    ['auto/5', { PARALLEL_SEQ: '5' }, '4/5'],
    ['auto/9', { CI_NODE_INDEX: '4', CI_NODE_TOTAL: '3' }, '3/9'],
    ['auto', { SLURM_ARRAY_TASK_ID: '', CI_NODE_INDEX: '2', CI_NODE_TOTAL: '3' }, '1/3'],
    ['0/8', {}, '--shard 超出范围：第0份，共8份；应从 1 到 8。'],
    ['9/8', {}, '--shard 超出范围：第9份，共8份；应从 1 到 8。'],
    ['1/0', {}, '--shard 超出范围：第1份，共0份；应从 1 到 0。'],
    ['auto', { CI_NODE_INDEX: 'x', CI_NODE_TOTAL: '3' }, '--shard 超出范围：第NaN份，共3份；应从 1 到 3。'],
    [
      'auto',
      { CI_NODE_INDEX: '1', CI_NODE_TOTAL: '1.5' },
      '--shard 超出范围：第1份，共1.5份；应从 1 到 1.5。',
    ],
    ['auto', { PARALLEL_SEQ: '1' }, 'PARALLEL_SEQ 只说明是第几份，没有说共几份；写成 --shard auto/8。'],
    [
      'auto',
      {},
      '--shard auto 要由调度系统给出序号，这里没有：SLURM_ARRAY_TASK_ID、CI_NODE_INDEX、CIRCLE_NODE_INDEX、BUILDKITE_PARALLEL_JOB、AWS_BATCH_JOB_ARRAY_INDEX、JOB_COMPLETION_INDEX、PARALLEL_SEQ 都没有设置。',
    ],
  ])('%s with %j', (text, env, expected) => expect(shard(text, env)).toBe(expected));
  test.each(['3', '', '1/', '/8', '1/8/2', 'x1/8', 'auto/x', '-1/8', '1.5/8'])('%j is none', (text) =>
    expect(shard(text)).toBe(
      '--shard 写成“第几份/共几份”，如 --shard 2/8；由调度系统定的写 auto 或 auto/8。',
    ),
  );
});

describe('reports of shards', () => {
  const report = (more: Partial<BatchReport> = {}): BatchReport => ({
    version: 1,
    plan: '计划.yaml',
    data: '村.csv',
    total: 5,
    made: 3,
    unchanged: 1,
    failed: [],
    kept: [],
    finished: true,
    ...more,
  });
  const merged = (...reports: Partial<BatchReport>[]) =>
    mergedReports(reports.map((each, index) => ({ name: `报告${index + 1}`, report: report(each) })));
  const shards = (...all: [number, number][]) => ({ shards: all.map(([shard, of]) => ({ shard, of })) });

  test('are added up, rows and files in order', () => {
    const failed = (row: number) => ({ row, faults: [] });
    expect(
      merged(
        { ...shards([2, 3]), failed: [failed(9), failed(3)], kept: ['乙'] },
        { ...shards([3, 3], [1, 3]), failed: [failed(4)], kept: ['甲', '丙'], finished: false },
      ),
    ).toEqual(
      report({
        total: 10,
        made: 6,
        unchanged: 2,
        failed: [failed(3), failed(4), failed(9)],
        kept: ['丙', '乙', '甲'],
        finished: false,
      }),
    );
    expect(merged({})).toEqual(report());
  });

  test.each<[Partial<BatchReport>[], string]>([
    [[], '没有给报告。'],
    [
      [shards([1, 2]), { ...shards([2, 2]), plan: '别的.yaml' }],
      '报告2 和 报告1 不是同一个计划、同一张表的报告。',
    ],
    [
      [shards([1, 2]), { ...shards([2, 2]), data: '别的.csv' }],
      '报告2 和 报告1 不是同一个计划、同一张表的报告。',
    ],
    [[shards([1, 2]), shards([1, 2])], '报告2 和 报告1 都是第1份（共2份）的报告。'],
    [[{}, {}], '报告2 和 报告1 都是第1份（共1份）的报告。'],
    [[shards([1, 2]), shards([2, 3])], '这些报告的份数不一样（2、3），不是同一次生成的。'],
    [[shards([2, 4]), shards([3, 4])], '还缺第1、4份（共4份）的报告。'],
  ])('%j are refused', (reports, message) => expect(merged(...reports)).toBe(message));
});

test('the table of failed rows can be opened by a spreadsheet without running anything', () => {
  expect(failedHead(['村名', '备,注'])).toBe('原行号,未生成原因,村名,"备,注"\r\n');
  const failed = { row: 7, faults: [{ message: '甲。' }, { column: '户数', message: '乙。' }] };
  const line = (...values: Value[]) =>
    failedLine(values.map(String), failed, values).slice('7,甲。 “户数”：乙。,'.length);
  expect(line('一', '-512', '+5.5%', '3.0')).toBe('一,-512,+5.5%,3.0\r\n');
  expect(line('=1', '-a', '+1.', '@b', '\tc', '-5x', 'x=1')).toBe("'=1,'-a,'+1.,'@b,'\tc,'-5x,x=1\r\n");
  expect(line('a"b', 'a\nb', 'a\rb', ['甲', '乙'])).toBe('"a""b","a\nb","a\rb","[""甲"",""乙""]"\r\n');
  expect(failedLine(['甲', '乙'], failed, ['一'])).toBe('7,甲。 “户数”：乙。,一,\r\n');
});

/** Variables as plain values. */
function plain(value: Variable): unknown {
  if (value === null) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (isText(value)) return value.text;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}

test('a row is laid over what was given, name by name; an empty cell leaves what was given', () => {
  const given = variablesFrom({ 镇: '平安镇', '支书.姓名': '周平', '支书.电话': '1', 空: '' });
  const row = (columns: string[], values: Value[]) => plain(withRow(given, columns, values));
  const usual = { 镇: '平安镇', 支书: { 姓名: '周平', 电话: '1' }, 空: null };
  expect(row(['镇', '村', '支书.姓名', '主任.姓名'], ['', '', '', ''])).toEqual({
    ...usual,
    村: null,
    主任: { 姓名: null },
  });
  expect(row(['镇', '村', '支书.姓名'], ['长宁镇', '柳溪', '吴安'])).toEqual({
    ...usual,
    镇: '长宁镇',
    村: '柳溪',
    支书: { 姓名: '吴安', 电话: '1' },
  });
  expect(row(['支书.职务', '支书.年.月'], ['支书', '3'])).toEqual({
    ...usual,
    支书: { 姓名: '周平', 电话: '1', 职务: '支书', 年: { 月: '3' } },
  });
  expect(row(['组', '人'], [['一', '二'], { 名: '甲' }])).toEqual({
    ...usual,
    组: ['一', '二'],
    人: { 名: '甲' },
  });
  expect(row(['空', '镇', '少'], ['', ''])).toEqual({ ...usual, 少: null });
});

describe('file names', () => {
  const named = (pattern: string, ...values: Value[]) => {
    const columns = ['镇', '村'].slice(0, Math.max(values.length, 1));
    const made = new FileNames(pattern, columns, variablesFrom({ 年: '2026' })).of(values);
    return 'fault' in made ? made.fault : `${made.name}${made.changed ? '*' : ''}`;
  };
  test.each<[string, Value[], string]>([
    ['{{镇}}/{{村}}{{年}}', ['平安镇', '柳溪'], '平安镇/柳溪2026'],
    ['{{镇}}/{{村}}', ['平安镇', 'a:b'], '平安镇/a：b*'],
    ['{{镇}}', ['甲\n乙'], '甲乙'],
    ['{{镇.名}}', [{ 名: '甲\n乙' }], '甲乙'],
    ['{{#each 镇}}{{this}}{{/each}}', [['甲\n乙', '丙']], '甲乙丙'],
    ['{{#each 镇}}{{#each 组}}{{this}}{{/each}}{{/each}}', [[{ 组: ['甲\n乙', '丙'] }]], '甲乙丙'],
    ['{{镇}}\\{{村}}', ['平安镇', '柳溪'], '平安镇/柳溪'],
    ['{{#if 村}}有{{/if}}/{{镇}}', ['平安镇', '柳溪'], '有/平安镇'],
    ['{{镇}}', ['a/b\\c:d*e?f"g<h>i|j'], 'a／b＼c：d＊e？f＂g＜h＞i｜j*'],
    ['{{镇}}', ['..'], '．．*'],
    ['{{镇}}', ['. a'], '．a*'],
    ['{{镇}}', ['a. '], 'a*'],
    ['{{镇}}', ['a.b'], 'a.b'],
    ['{{镇}}', ['甲\u0007\u200b乙\ufeff'], '甲乙*'],
    ['{{镇}}', ['CON'], '_CON*'],
    ['{{镇}}', ['nul.txt'], '_nul.txt*'],
    ['{{镇}}', ['com1'], '_com1*'],
    ['{{镇}}', ['lpt²'], '_lpt²*'],
    ['{{镇}}', ['con村'], 'con村'],
    ['{{镇}}', ['xcon'], 'xcon'],
    ['{{镇}}', ['com'], 'com'],
    ['{{镇}}', ['e\u0301'], '\u00e9*'],
    ['{{镇}}', ['**重** |'], '＊＊重＊＊ ｜*'],
    ['{{镇}}', [''], '文件名里的变量“镇”没有值。'],
    ['甲/{{#if 村}}乙{{/if}}', ['一', ''], '文件名是空的。'],
    ['{{镇}}', [`${'字'.repeat(66)}ab`], `${'字'.repeat(66)}ab`],
    ['{{镇}}', [`${'字'.repeat(66)}abc`], `文件名太长：“${'字'.repeat(20)}…”。`],
    ['{{镇}}', ['字'.repeat(67)], `文件名太长：“${'字'.repeat(20)}…”。`],
  ])('%s of %j', (pattern, values, expected) => expect(named(pattern, ...values)).toBe(expected));

  test('a pattern is checked before any row is read', () => {
    const check = (pattern: string) => new FileNames(pattern, ['镇'], {}).check();
    expect([check('{{镇}}'), check('{{村}}'), check('{{镇')]).toEqual([
      [],
      ['变量“村”没有值。'],
      ['“{{ }}”写得不对：括号不成对，或“{{#if}}”没有“{{/if}}”。'],
    ]);
  });
});

const row = (number: number, ...values: Value[]): Row => ({ number, values });

describe('figures over the table', () => {
  const columns = ['镇', '户数', '率'];
  test('are those of all rows and of the rows with the same word; what is no number adds nothing', () => {
    const names = ['汇总.户数', '汇总.户数/镇', '计数.', '计数./镇', '汇总.率/镇'];
    const sums = new Sums(names, columns);
    const rows = [
      row(1, '甲', '1,200', '0.50'),
      row(2, '乙', ' 3', '1.5'),
      row(3, '甲', '-2，000', '—'),
      row(4, ['乙'], '未统计', '1.'),
      row(5, '乙', '0x10', '1e3'),
    ];
    for (const each of rows) sums.add(each);
    expect([sums.columns, ...rows.map((each) => sums.of(each).join(' '))]).toEqual([
      names,
      '-797 -800 5 2 0.50',
      '-797 3 5 2 1.5',
      '-797 -800 5 2 0.50',
      '-797 0 5 1 0',
      '-797 3 5 2 1.5',
    ]);
  });
  test('other names, and those that are columns, are none', () => {
    expect(new Sums(['户数', '汇总', '率.汇总.户数'], columns).columns).toEqual([]);
    expect(new Sums(['汇总.户数'], ['汇总.户数']).columns).toEqual([]);
  });
  test('a column that isn’t there is told', () => {
    expect(() => new Sums(['汇总.人口'], columns)).toThrow(
      '计划里要对“人口”汇总，表里却没有这一列；有：镇、户数、率。',
    );
    expect(() => new Sums(['计数./县'], columns)).toThrow('计划里要对“县”汇总，表里却没有这一列；');
  });
});

describe('a table is looked through once', () => {
  async function* of(rows: readonly Row[]) {
    yield* rows;
  }
  const look = async (rows: readonly Row[]) => {
    const sums = new Sums(['计数.'], []);
    const { count, collisions } = await survey(
      () => of(rows),
      ({ values: [name] }) => (name === '' ? { fault: '空' } : { name: String(name), changed: false }),
      sums,
    );
    return { count, collisions: [...collisions], sum: sums.of(row(0))[0] };
  };
  test('for rows that would write the same file, on Windows too', async () => {
    expect(
      await look([row(2, 'a'), row(3, 'b'), row(4, 'A'), row(5, ''), row(6, ''), row(7, 'c'), row(8, 'a')]),
    ).toEqual({
      count: 7,
      collisions: [['a', [2, 4, 8]]],
      sum: '7',
    });
    expect(await look([])).toEqual({ count: 0, collisions: [], sum: '0' });
  });
  test('names with the same checksum aren’t the same', async () => {
    // CRC-32 of both is 0x4ddb0c25.
    expect(await look([row(2, 'plumless'), row(3, 'buckeroo')])).toEqual({
      count: 2,
      collisions: [],
      sum: '2',
    });
  });
  test('however long it is', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => row(index, `村${index % 2_999}`));
    expect(await look(rows)).toEqual({ count: 3_000, collisions: [['村0', [0, 2_999]]], sum: '3000' });
  });
  test('only the rows that were asked for', async () => {
    const rows = [row(1, '甲', '一'), row(2, '乙', '一'), row(3, '甲', '二')];
    const table = { columns: ['镇', '组'], unit: '行' as const, rows: () => of(rows) };
    const numbers = async (...where: { column: number; value: string }[]) => {
      const found: number[] = [];
      for await (const { number } of chosen(table, { where })()) found.push(number);
      return found;
    };
    expect(await numbers({ column: 0, value: '甲' })).toEqual([1, 3]);
    expect(await numbers({ column: 0, value: '甲' }, { column: 1, value: '二' })).toEqual([3]);
    expect(await numbers()).toEqual([1, 2, 3]);
  });
});

test('a format that is finished by a program gets the documents of all rows at once, and each row what became of its own', async () => {
  const asked: string[][] = [];
  const finish: Format['finish'] = async (written) => {
    asked.push(written.map(String));
    return written.map((each) => (String(each) === '二' ? '坏了' : Buffer.from(`${each}！`)));
  };
  const formats = [{ name: 'md' }, { name: 'pdf', finish }].map(
    (each) => ({ ...each, untouched: () => true }) as Partial<Format> as Format,
  );
  const printing = {
    print: async ([word]: string[], report: (problem: unknown) => void) =>
      word === '错'
        ? void report({ code: 'x', message: '没有值。' })
        : [Buffer.from(word ?? ''), Buffer.from(word ?? '')],
  };
  const files: string[] = [];
  const put: Output['put'] = (file, bytes) => {
    files.push(`${file}=${bytes}`);
    return { file, size: 1, crc: 2, modified: 3 };
  };
  const tasks = ['一', '错', '二', '三'].map((word, index) => ({
    row: index + 2,
    values: [word],
    name: word,
  }));
  const outcomes = await new Maker(printing as never, formats, ['村名'], { put }).make(tasks);
  expect(asked).toEqual([['一', '二', '三']]);
  expect(outcomes.map(({ row, state }) => `${row} ${state}`)).toEqual([
    '2 made',
    '3 failed',
    '4 failed',
    '5 made',
  ]);
  expect(outcomes[2]).toMatchObject({ faults: [{ message: '坏了' }] });
  expect(files).toEqual(['一.md=一', '一.pdf=一！', '二.md=二', '三.md=三', '三.pdf=三！']);
});

test('a row says what became of it: made, kept where a person has edited, or why not', async () => {
  const format = (name: string) => ({ name, untouched: () => true }) as Partial<Format> as Format;
  const made: Made = { file: '村.md', size: 1, crc: 2, modified: 3 };
  const outcome = async (...puts: ReturnType<Output['put']>[]) => {
    const files: string[] = [];
    const printing = { print: async () => [Buffer.from('一'), Buffer.from('二')] };
    const put: Output['put'] = (file, bytes) => {
      files.push(`${file}=${bytes}`);
      return puts[files.length - 1];
    };
    const maker = new Maker(printing as never, [format('docx'), format('md')], [], { put });
    const [row] = await maker.make([{ row: 2, values: [], name: '镇/村' }]);
    return [row, files];
  };
  const files = ['镇/村.docx=一', '镇/村.md=二'];
  expect(await outcome(made, made)).toEqual([{ state: 'made', row: 2, made: [made, made], kept: [] }, files]);
  expect(await outcome(undefined, made)).toEqual([
    { state: 'made', row: 2, made: [made], kept: ['镇/村.docx'] },
    files,
  ]);
  expect(await outcome('没有权限', made)).toEqual([
    { state: 'failed', row: 2, name: '镇/村', faults: [{ message: '没有权限' }] },
    files.slice(0, 1),
  ]);
});
