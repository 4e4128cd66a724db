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
