import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Chance } from './fuzz/chance.ts';
import { left, within } from './fuzz/left.ts';
import { meanwhile } from './fuzz/meanwhile.ts';
import { mutated } from './fuzz/mutation.ts';
import { configurations, lists, short, tables } from './fuzz/samples.ts';
import { type Scenario, scenario } from './fuzz/scenario.ts';
import { shrunk } from './fuzz/shrunk.ts';
import { trial } from './fuzz/trial.ts';
import { pingan } from './pingan.ts';

const found = readdirSync('tests/fuzz/found').filter((name) => name.endsWith('.json'));

/** What `npm run fuzz` has found once stays mended. */
test.each(found)('found once: %s', async (name) => {
  const kept = JSON.parse(readFileSync(`tests/fuzz/found/${name}`, 'utf8')) as Scenario;
  expect(await trial(kept)).toBeUndefined();
});

test('twenty things that somebody may type go well, or are told what is wrong with them', async () => {
  for (let seed = 1; seed <= 20; seed++)
    expect(await trial(await scenario(new Chance(seed))), `seed ${seed}`).toBeUndefined();
});

describe('the tool itself', () => {
  test('begins with files that are sound', async () => {
    const plan = { '计划.yaml': short };
    const batch = ['batch', '计划.yaml', '-o', '出', '-f', 'md', '--data'];
    const listed = { '计划.yaml': lists.plan, '项目.csv': lists.rows, '清单.csv': lists.entries };
    const options = ['--group', '村名', '--list', '清单=清单.csv:村名'];
    const files = await left({ ...listed }, [...batch, '项目.csv', ...options]);
    expect(Object.keys(files)).toContain('出/柳溪村计划.md');
    for (const [name, table] of Object.entries(tables))
      expect(Object.keys(await left({ ...plan, [name]: table }, [...batch, name]))).toContain(
        '出/柳溪村计划.md',
      );
    const checked = (cwd: string) => pingan(['lint', '计划.yaml'], cwd);
    expect((await within({ ...plan, ...configurations }, checked)).code).toBe(0);
  });

  test('makes the same of the same seed, and something else of another', async () => {
    const made = async (seed: number) => JSON.stringify(await scenario(new Chance(seed)));
    expect(await made(7)).toBe(await made(7));
    expect(new Set(await Promise.all([1, 2, 3, 4, 5].map(made))).size).toBe(5);
    const chance = new Chance(1);
    for (let times = 0; times < 200; times++) expect(typeof mutated('甲\n乙', chance)).toBe('string');
  });

  test('sees exit codes, silence and what a document must not say', async () => {
    const files = { '计划.yaml': '标题: 甲2026年要点\n正文: 乙。\n' };
    expect(await trial({ files, args: ['gen', '计划.yaml', '-f', 'md'] })).toBeUndefined();
    const template = { ...files, '模板/document.hbs': '# 甲\n\nNa{{"没有"}}N' };
    expect(await trial({ files: template, args: ['gen', '计划.yaml', '-f', 'md', '--force'] })).toBe(
      '计划.md says NaN',
    );
  });

  test('asks what goes on until it is told to end, and saves under it', async () => {
    const files = { '秘密.yaml': '标题: 秘密的话\n', '内/计划.yaml': short };
    const ask = (path: string) => `GET @${path} HTTP/1.1\r\nHost: @\r\n\r\n`;
    const opened = { files, args: ['open', '内', '--no-browser'] };
    const { answers } = await within(files, (cwd) =>
      meanwhile(opened.args, cwd, {
        ...opened,
        requests: [ask('files'), ask(`files/..%2f${encodeURIComponent('秘密.yaml')}`)],
      }),
    );
    expect(answers).toMatch(/^HTTP\/1.1 200.*计划\.yaml.*HTTP\/1.1 4\d\d/s);
    expect(await trial({ ...opened, requests: [ask('files/%E8%AE%A1%E5%88%92.yaml')] })).toBeUndefined();
    const watched = ['gen', '计划.yaml', '-f', 'md', '--watch'];
    expect(
      await trial({ files: { '计划.yaml': short }, args: watched, later: [{ '计划.yaml': '标题: [' }] }),
    ).toBe(undefined);
  });

  test('makes what it finds small', async () => {
    const files = { '甲.yaml': `${'一'.repeat(200)}二${'三'.repeat(200)}`, '乙.yaml': '四' };
    const small = await shrunk({ files, args: ['gen', '甲.yaml', '--force'] }, async (each) =>
      (each.files['甲.yaml'] ?? '').includes('二'),
    );
    expect(small).toEqual({ files: { '甲.yaml': '二' }, args: ['gen'] });
  });
});
