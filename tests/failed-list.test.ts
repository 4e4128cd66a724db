import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failedHead, failedLine } from '../src/batch/failed-table.ts';
import { table } from '../src/data/index.ts';
import { folder, pingan } from './run.ts';

const plan = `标题: '{{村名}}工作要点'
单位: 平安镇人民政府
主送: 各村
年度: 2026
日期: 2026-03-05
正文:
  - 抓好排查: 共{{户数}}户，{{气温}}。
`;
const data = '村名,镇,户数,气温\n甲村,东镇,,-5℃\n乙村,东镇,2,=1+1\n丙村,西镇,,3\n';

function set(rows = data): string {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  writeFileSync(path.join(cwd, '村.csv'), rows);
  return cwd;
}

const batch = (cwd: string, ...more: string[]) =>
  pingan(['batch', '计划.yaml', '--data', '村.csv', '-o', '出', '-f', 'md', ...more], cwd);
const fed = (cwd: string, list: string, ...more: string[]) =>
  pingan(['batch', '计划.yaml', '--data', list, '-o', '出', '-f', 'md', ...more], cwd);
const lists = (cwd: string) =>
  readdirSync(path.join(cwd, '出'))
    .filter((name) => name.endsWith('.csv'))
    .sort();
const read = (cwd: string, name = '未生成.csv') => readFileSync(path.join(cwd, '出', name), 'utf8');
const type = (cwd: string, text: string, name = '未生成.csv') =>
  writeFileSync(path.join(cwd, '出', name), text);

describe('未生成.csv', () => {
  test('fed back gives the same names and the values that were meant', async () => {
    const cwd = set();
    await batch(cwd);
    type(cwd, read(cwd).replace("甲村,东镇,,'-5℃", "甲村,东镇,1,'-5℃"));
    const { code, err } = await fed(cwd, '出/未生成.csv');
    expect([code, err.includes('没有用到：镇。')]).toEqual([1, true]);
    expect(
      readdirSync(path.join(cwd, '出'))
        .filter((name) => name.endsWith('.md'))
        .sort(),
    ).toEqual(['乙村计划.md', '甲村计划.md']);
    expect(readFileSync(path.join(cwd, '出/甲村计划.md'), 'utf8')).toContain('共1户，-5℃。');
    // What is left has its own columns once, and the table that was read is as it was.
    expect(lists(cwd)).toEqual(['未生成.csv', '未生成（2）.csv']);
    expect(read(cwd, '未生成（2）.csv')).toMatch(
      /^\uFEFF原行号,未生成原因,村名,镇,户数,气温\r\n3,[^\n]*丙村,西镇,,3\r\n$/,
    );
  });

  test('with corrections typed in is neither written over nor taken away', async () => {
    const cwd = set();
    await batch(cwd);
    const typed = read(cwd).replace('甲村,东镇,,', '甲村,东镇,1,');
    type(cwd, typed);
    const again = await batch(cwd);
    expect(again.err).toContain('保留 出/未生成.csv：它有人改过');
    expect(again.err).toContain('失败的行在 出/未生成（2）.csv');
    await batch(cwd);
    expect([read(cwd), lists(cwd)]).toEqual([typed, ['未生成.csv', '未生成（2）.csv']]);
    writeFileSync(path.join(cwd, '村.csv'), data.replaceAll('镇,,', '镇,7,'));
    expect((await batch(cwd)).code).toBe(0);
    expect([read(cwd), lists(cwd)]).toEqual([typed, ['未生成.csv']]);
  });

  test('goes when its rows are made, and is of one run of all rows', async () => {
    const cwd = set();
    await batch(cwd);
    await batch(cwd);
    expect(lists(cwd)).toEqual(['未生成.csv']);
    writeFileSync(path.join(cwd, '村.csv'), data.replaceAll('镇,,', '镇,7,'));
    await batch(cwd);
    expect(lists(cwd)).toEqual([]);
    expect(readdirSync(path.join(cwd, '出/.pingan'))).toEqual(['all.jsonl']);
  });

  test('a run with --where leaves the rows of others in it', async () => {
    const cwd = set();
    await batch(cwd);
    const all = read(cwd);
    await batch(cwd, '--where', '村名=乙村');
    await batch(cwd, '--where', '镇=西镇');
    await batch(cwd, '--where', '镇=西镇');
    expect([read(cwd), lists(cwd)]).toEqual([all, ['未生成.csv', '未生成（2）.csv']]);
    expect(read(cwd, '未生成（2）.csv')).not.toContain('甲村');
    await batch(cwd);
    expect(lists(cwd)).toEqual(['未生成.csv']);
  });

  test('of another table, or one that somebody else put there, stays', async () => {
    const cwd = set();
    await batch(cwd);
    writeFileSync(path.join(cwd, '村2.csv'), data.replaceAll('镇,,', '镇,7,'));
    await fed(cwd, '村2.csv');
    expect(lists(cwd)).toEqual(['未生成.csv']);
    type(cwd, '原行号,未生成原因,村名\r\n1,,\r\n');
    await batch(cwd);
    expect(read(cwd)).toBe('原行号,未生成原因,村名\r\n1,,\r\n');
    writeFileSync(path.join(cwd, '未生成.csv'), '我的');
    await batch(cwd, '--archive', '全部.zip');
    expect(readFileSync(path.join(cwd, '未生成.csv'), 'utf8')).toBe('我的');
    expect(existsSync(path.join(cwd, '未生成（2）.csv'))).toBe(true);
  });
});

test('whatever a cell holds, it is the same when the list is read again', async () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...`'"=+-@[]{},1a甲℃%.;`) }),
    fc.string({ unit: 'binary' }).map((text) => text.replace(/[\s\p{C}\u00A0\u3000]+/gu, '')),
    fc.array(fc.constantFrom('甲', "'=1", '007', '[1]'), { maxLength: 3 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 5 }), async (values) => {
      const columns = values.map((_, index) => `列${index}`);
      const failed = { row: 7, faults: [{ message: '甲' }] };
      const text = failedHead(['名', ...columns]) + failedLine(['名', ...columns], failed, ['村', ...values]);
      const bytes = Buffer.from(text);
      const found = await table(
        {
          name: '未生成.csv',
          kind: 'csv',
          async *bytes() {
            yield bytes;
          },
        },
        undefined,
      );
      const rows = [];
      for await (const row of found.rows()) rows.push(row.values.slice(3));
      expect(found.columns.slice(2)).toEqual(['名', ...columns]);
      expect(rows).toEqual([values]);
    }),
    { numRuns: 60 },
  );
});

describe('未生成.json', () => {
  const records = [
    {
      村名: '甲村',
      户数: 3,
      支书: { 姓名: '周平' },
      人: [
        { 姓名: '张三', 子: [{ 名: '小一' }] },
        { 姓名: '', 职: '会计' },
      ],
    },
    { 村名: '乙村', 户数: 5, 支书: { 姓名: '吴明' }, 人: [{ 姓名: '王五' }] },
    { 村名: '丙村', 户数: 6, 支书: { 姓名: '' }, 人: [] },
  ];
  test.each([
    ['村.json', JSON.stringify(records)],
    ['村.jsonl', records.map((each) => JSON.stringify(each)).join('\n')],
    ['村.yaml', records.map((each) => `- ${JSON.stringify(each)}\n`).join('')],
  ])('keeps the lists of %s, and gives the same documents when it is fed back', async (name, text) => {
    const cwd = folder();
    const body =
      '{{支书.姓名}}{{户数}}：{{#each 人}}{{姓名}}{{#if 职}}（{{职}}）{{/if}}{{#each 子}}、{{名}}{{/each}}；{{/each}}';
    writeFileSync(path.join(cwd, '计划.yaml'), `标题: '{{村名}}要点'\n正文: '${body}'\n`);
    writeFileSync(path.join(cwd, name), text);
    const run = (data: string, to: string) =>
      pingan(['batch', '计划.yaml', '--data', data, '-o', to, '-f', 'md', '--name', '{{村名}}'], cwd);
    const first = await run(name, '出');
    expect([first.code, first.err.includes('失败的行在 出/未生成.json，')]).toEqual([1, true]);
    const left = JSON.parse(read(cwd, '未生成.json'));
    expect(left.map((each: Record<string, unknown>) => [each['村名'], each['未生成原因'] !== ''])).toEqual([
      ['甲村', true],
      ['丙村', true],
    ]);
    const mend = (json: string) =>
      json.replace('"姓名": ""', '"姓名": "李四"').replace('"姓名": ""', '"姓名": "郑一"');
    type(cwd, mend(read(cwd, '未生成.json')), '未生成.json');
    expect(await run('出/未生成.json', '出')).toMatchObject({ code: 0 });
    writeFileSync(path.join(cwd, '好.json'), mend(JSON.stringify(records, undefined, 1)));
    expect(await run('好.json', '对')).toMatchObject({ code: 0 });
    for (const each of ['甲村', '乙村', '丙村'])
      expect(read(cwd, `${each}.md`)).toBe(readFileSync(path.join(cwd, '对', `${each}.md`), 'utf8'));
    expect(read(cwd, '甲村.md')).toContain('周平3：张三、小一；李四（会计）；');
    // Made of all rows, it goes.
    expect(readdirSync(path.join(cwd, '对')).filter((each) => each.endsWith('.json'))).toEqual([]);
  });
});
