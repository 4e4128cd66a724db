import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync, crc32 as zlibCrc32 } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { table } from '../src/data/index.ts';
import { crc32, inflateRawSync } from '../src/package/deflate-browser.ts';
import { examples, folder, pingan } from './run.ts';

// What browsers take in the place of Node: the same tests have to hold with it.
vi.mock('../src/package/deflate.ts', () => import('../src/package/deflate-browser.ts'));
vi.mock('../src/data/csv-records.ts', () => import('../src/data/csv-records-browser.ts'));
vi.mock('../src/template/compiled.ts', () => import('../src/template/compiled-browser.ts'));
await import('./template.test.ts');
await import('./untouched.test.ts');

test.each(examples)('%s prints the same', async (example) => {
  const { bytes } = await pingan(
    ['gen', path.join('examples', example), '-f', 'md', '-o', '-'],
    process.cwd(),
  );
  expect(bytes.toString()).toBe(
    readFileSync(path.join('tests/golden', example.replace('.yaml', '.md')), 'utf8'),
  );
});

test('a template of somebody’s calls those that the build has made ready', async () => {
  const cwd = folder();
  mkdirSync(path.join(cwd, '模板', '工作要点'), { recursive: true });
  writeFileSync(path.join(cwd, '模板', '工作要点', 'document.hbs'), '我们自己的话。\n\n{{> 公文}}\n');
  writeFileSync(path.join(cwd, '计划.yaml'), '标题: 平安镇工作要点\n正文:\n  - 要求: 逐户排查。\n');
  const { bytes, err } = await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-'], cwd);
  expect(bytes.toString(), err).toMatch(/我们自己的话。[\s\S]*逐户排查。/);
});

test('bytes are summed up and unpacked as zlib does', () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * index) % 251);
  expect(crc32(bytes)).toBe(zlibCrc32(bytes));
  expect(crc32('平安', 7)).toBe(zlibCrc32('平安', 7));
  const packed = deflateRawSync(bytes);
  expect(inflateRawSync(packed, { maxOutputLength: bytes.length })).toEqual(bytes);
  expect(inflateRawSync(packed, { maxOutputLength: 100 }).length).toBeLessThanOrEqual(100);
});

const rowsOf = async (text: string) => {
  const bytes = async function* () {
    yield new TextEncoder().encode(text);
  };
  const found: unknown[] = [];
  const { columns, rows } = await table({ name: '村.csv', kind: 'csv', bytes }, undefined);
  for await (const { number, values } of rows()) found.push([number, ...values]);
  return [columns, ...found];
};

test('a table is read, and what is wrong with one is told by its line', async () => {
  expect(await rowsOf('村名,备注\n甲村,"一,二\n三""四"""\n\n乙村,好\n')).toEqual([
    ['村名', '备注'],
    [2, '甲村', '一,二\n三"四"'],
    [5, '乙村', '好'],
  ]);
  await expect(rowsOf('村名,备注\n甲村,"好\n乙村,好\n')).rejects.toThrow('有一个双引号没有配对');
});
