import { describe, expect, test } from 'vitest';
import { Cells } from '../src/batch/cells.ts';
import { chosen, conditionsOf, pickedFrom } from '../src/batch/chosen.ts';
import { failedHead, failedLine } from '../src/batch/failed-table.ts';
import { FileNames } from '../src/batch/file-names.ts';
import { grouped, joined, withList } from '../src/batch/group.ts';
import { LeftOut, unreadNotes } from '../src/batch/left-out.ts';
import { keysOf } from '../src/batch/list-keys.ts';
import { ListTable, withLists } from '../src/batch/lists.ts';
import { Maker, type Output } from '../src/batch/maker.ts';
import type { Fault, Made } from '../src/batch/outcome.ts';
import { type BatchReport, mergedReports } from '../src/batch/report.ts';
import { withRow } from '../src/batch/rows.ts';
import { shardFrom } from '../src/batch/shard.ts';
import { Sums } from '../src/batch/sums.ts';
import { survey } from '../src/batch/survey.ts';
import { table } from '../src/data/index.ts';
import type { Row, Table, Value } from '../src/data/table.ts';
import type { Format } from '../src/formats/format.ts';
import { isText, type Variable, variablesFrom } from '../src/plan/variables.ts';
import type { Problem } from '../src/schema/problem.ts';
import { testCases } from './cases.ts';

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
  test('figures have no row without a document in them, whatever it fails by', async () => {
    const rows = [
      row(2, '甲', '1'),
      row(3, '乙', '2'),
      row(4, '甲', '4'),
      row(5, '', '8'),
      row(6, '丙', '1.5E+10'),
      row(7, '丁', '/'),
      row(8, '戊', '16'),
    ];
    const look = async (fails?: (row: Row) => boolean) => {
      const sums = new Sums(['汇总.数', '计数.'], ['村', '数']);
      const { count } = await survey(
        () => of(rows),
        ({ values: [name] }) => (name === '' ? { fault: '空' } : { name: String(name), changed: false }),
        sums,
        { cells: new Cells(['村', '数'], () => true), ...(fails && { fails }) },
      );
      return [count, ...sums.of(row(0))];
    };
    expect(await look(({ values: [, number] }) => number === '')).toEqual([7, '18', '2']);
    expect(await look()).toEqual([7, '31', '7']);
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
  const printing = { print: async () => [Buffer.from('一')], odd: '标题太长。' };
  const odd = new Maker(printing as never, [format('md')], [], { put: () => made });
  expect(await odd.make([{ row: 2, values: [], name: '村' }])).toEqual([
    { state: 'made', row: 2, made: [made], kept: [], odd: '标题太长。' },
  ]);
  expect(await outcome('没有权限', made)).toEqual([
    { state: 'failed', row: 2, name: '镇/村', faults: [{ message: '没有权限' }] },
    files.slice(0, 1),
  ]);
});

/** A table as CSV. */
const typed = (text: string) =>
  table(
    {
      name: '村.csv',
      kind: 'csv',
      async *bytes() {
        yield Buffer.from(text);
      },
    },
    undefined,
  );

async function all(found: Table): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const each of found.rows()) rows.push(each);
  return rows;
}

/** What comes of something, or the sentence that says why nothing does. */
async function orWhyNot(lines: () => Promise<string[]>): Promise<string> {
  try {
    return (await lines()).join('\n');
  } catch (thrown) {
    return (thrown as Error).message;
  }
}

/** What is wrong with the row of a table. */
const amiss = ({ column, value, message, advice = '' }: Fault) =>
  ` ✘${column ?? ''}${value === undefined ? '' : `“${value}”`}${message}${advice}`;

/** Words of which checking says something: an error, or what is only told. */
const judged = (text: string): Problem[] =>
  [...text].flatMap((sign): Problem[] => {
    const at = { code: 'x', start: 0, end: 0, message: `有“${sign}”。` };
    if (sign === '坏') return [{ ...at, severity: 'error', advice: '不能要。' }];
    return sign === '慎' ? [{ ...at, severity: 'warning' }] : [];
  });

testCases('batch/columns.txt', async (given) => {
  const found = await typed(given);
  const rows = await all(found);
  const cells = new Cells(found.columns, (column) => column !== '无关', judged);
  for (const each of rows) cells.settled(each);
  cells.conclude();
  const lines = rows.map((each) => {
    const { values } = cells.settled(each);
    return `${each.number}: ${values.join('|')}${cells
      .faults({ ...each, values })
      .map(amiss)
      .join('')}`;
  });
  return [...lines, ...cells.notes('行')].join('\n');
});

testCases('batch/figures.txt', (given) =>
  orWhyNot(async () => {
    const [names = '', ...lines] = given.split('\n');
    const found = await typed(lines.join('\n'));
    const sums = new Sums(names.split(' '), found.columns);
    const rows = await all(found);
    for (const each of rows) sums.add(each);
    // The table may be gone through again.
    sums.clear();
    for (const each of rows) sums.add(each);
    return [
      `${sums.columns.join('|')} ← ${sums.needs.join('|')}`,
      ...rows.map((each) => `${each.number}: ${sums.of(each).join('|')}`),
      ...sums.check('行'),
    ];
  }),
);

describe('figures of numbers that are stored', () => {
  const inHouseholds = (value: number) => `${value.toFixed(1)}户`;
  const stored = (text: string, value: number, show?: (value: number) => string): Row => ({
    number: 2,
    values: [text],
    beneath: [{ value, ...(show && { show }) }],
  });
  const five = stored('5', 5);
  test.each<[string, Row[], string]>([
    [
      'are shown as all of them are',
      [stored('1.4户', 1.44, inHouseholds), stored('2.8户', 2.77, inHouseholds)],
      '4.2户',
    ],
    [
      'are written by their digits where they are shown in several ways',
      [stored('1.4户', 1.44, inHouseholds), stored('2.77户', 2.77, String)],
      '4.21户',
    ],
    ['among typed ones as well', [stored('1.4户', 1.44, inHouseholds), row(3, '2.8户')], '4.2户'],
    ['count once where cells are one', [five, { ...five, number: 3 }, stored('5', 5)], '10'],
    ['lose nothing to halves', [stored('0.1', 0.1), stored('0.2', 0.2), stored('-0.3', -0.3)], '0.0'],
    ['may be large', [stored('150000000000000000000', 1.5e20), stored('5', 5)], '150000000000000000005'],
    ['may be words on the sheet', [stored('五', 5, String), stored('7', 7, String)], '12'],
    ['are rounded to what is shown', [stored('-1.5', -1.46), stored('-1.0', -0.99)], '-2.5'],
  ])('%s', (_, rows, figure) => {
    const sums = new Sums(['汇总.数'], ['数']);
    for (const each of rows) sums.add(each);
    expect([sums.check('行'), sums.of(row(9, ''))]).toEqual([[], [figure]]);
  });
  test('in thousands can’t be added to others', () => {
    const sums = new Sums(['汇总.数'], ['数']);
    for (const each of [stored('12.3千', 12_345), stored('-2千', -2)]) sums.add(each);
    expect(() => sums.check('行')).toThrow(
      '“数”列的单位不一样，不能加在一起：第 2 行“12.3千”，第 2 行“-2千”',
    );
  });
});

test('rows of a group lose the signs that stand for nothing, each for itself', () => {
  const columns = ['村名', '数', '项目'];
  const cells = new Cells(columns, () => true);
  const parts = [row(2, '甲村', '/', ['路']), row(3, '甲村', '5', ['渠']), row(4, '甲村', '7', ['/'])];
  const whole = joined(parts, columns);
  expect(cells.settled(whole)).toBe(whole);
  expect([
    cells.conclude(),
    cells.settled(whole).values,
    cells.settled(whole).parts?.map(({ values }) => values[1]),
  ]).toEqual([true, ['甲村', ['5', '7'], ['路', '渠', '/']], ['', '5', '7']]);
  expect(cells.notes('行')).toEqual(['“数”列里的“/”“—”按没有填处理：第 2 行。']);
});

test('--where names columns of the table', () => {
  expect(conditionsOf({ 组: '一', 镇: '甲' }, ['镇', '', '组'])).toEqual([
    { column: 2, value: '一' },
    { column: 0, value: '甲' },
  ]);
  expect(() => conditionsOf({ 县: '一' }, ['镇', '', '组'])).toThrow('--where：表里没有“县”列；有：镇、组。');
});

testCases('batch/lists.txt', (given) =>
  orWhyNot(async () => {
    const [first = '', ...lines] = given.split('\n');
    const [name = '', ...named] = first.split(' ');
    const [one, other] = await Promise.all(lines.join('\n').split('\n---\n').map(typed));
    if (!one || !other) throw new Error('two tables');
    const list = new ListTable(name, other, keysOf(name, one, other, named));
    await list.load((column) => column !== '备注');
    const whole = withLists(one, [list]);
    const rows = (await all(whole)).map(({ number, values, beneath = [] }) => {
      const faults = beneath.flatMap((each) => (each?.fault ? [amiss(each.fault)] : []));
      return `${number}: ${JSON.stringify(values)}${faults.join('')}`;
    });
    return [whole.columns.join('|'), ...rows, ...list.notes('行')];
  }),
);

testCases('batch/groups.txt', (given) =>
  orWhyNot(async () => {
    const [column = '', ...lines] = given.split('\n');
    const found = withList(await typed(lines.join('\n')), column);
    const rows = grouped(() => found.rows(), found, column);
    return [
      `${found.columns.join('|')} ${JSON.stringify([...(found.lists ?? [])].map(([name, inside]) => [name, inside.columns]))}`,
      ...(await all({ ...found, rows })).map(
        ({ number, values, parts }) => `${number} (${parts?.length}): ${JSON.stringify(values)}`,
      ),
    ];
  }),
);

test.each<[string, string]>([
  ['2-4', '2 3 4'],
  ['2', '2'],
  ['2、４—5', '2 4 5'],
  [' 2 ~ 3 , 5至6', '2 3 5 6'],
  ['3', '3'],
  ['7', '7'],
  ['6-9', '6 8'],
  ['5-5', '5'],
  ['4-2', '--rows 写成行号，如 --rows 2-31,40；行号是表里左边的那个。'],
  ['', '--rows 写成行号，如 --rows 2-31,40；行号是表里左边的那个。'],
  ['2-', '--rows 写成行号，如 --rows 2-31,40；行号是表里左边的那个。'],
  ['x2', '--rows 写成行号，如 --rows 2-31,40；行号是表里左边的那个。'],
])('--rows %s', async (text, numbers) => {
  const found = await typed(
    `村名,户数\n${[2, 3, 4, 5, 6].map((number) => `${number}村,1\n`).join('')}合计,5\n8村,9\n`,
  );
  const told = await orWhyNot(async () => {
    const rows = chosen(found, { where: [], picked: pickedFrom(text) });
    return (await all({ ...found, rows })).map(({ number }) => String(number));
  });
  expect(told.replaceAll('\n', ' ')).toBe(numbers);
});

test('what was left out of a table is told once, with what it is', () => {
  const left = new LeftOut();
  const asides = ['合计', '隐藏', '说明', '合计', '隐藏'];
  const add = () => {
    for (const [index, aside] of asides.entries()) left.add({ number: index + 2, values: [], aside });
  };
  add();
  add();
  expect(left.notes('行')).toEqual([
    '不是数据、没有做的：第 2、5 行（合计），第 4 行（说明）；要做的，用 --rows 2 写出行号。',
    '隐藏的、筛选掉的没有做：第 3、6 行；要做就加 --include-hidden。',
  ]);
  expect([left.count, left.kinds()]).toEqual([
    5,
    [
      ['合计', [2, 5]],
      ['隐藏', [3, 6]],
      ['说明', [4]],
    ],
  ]);
  for (let number = 10; number < 30; number++) left.add({ number, values: [], aside: '说明' });
  expect(left.notes('条')[0]).toContain('27、28 等 21 条（说明）');
  const hidden = new LeftOut();
  expect(hidden.notes('行')).toEqual([]);
  hidden.add({ number: 1, values: [], aside: '隐藏' });
  expect(hidden.notes('行')).toEqual(['隐藏的、筛选掉的没有做：第 1 行；要做就加 --include-hidden。']);
});

test('columns that aren’t read are told', () => {
  const found = { columns: [], unit: '行' as const, rows: async function* () {} };
  expect(unreadNotes(found)).toEqual([]);
  expect(
    unreadNotes({ ...found, hidden: ['甲', '乙'], beside: ['丙'] }, '；要读就加 --include-hidden'),
  ).toEqual([
    '隐藏的列没有读：甲、乙；要读就加 --include-hidden。',
    '隔着空列的像是旁边另一张表，没有读：丙；要用就移到另一张工作表，或去掉中间的空列。',
  ]);
});
