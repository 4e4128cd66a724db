import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync, crc32 as zlibCrc32 } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { table } from '../src/data/index.ts';
import { crc32, inflateRawSync } from '../src/package/deflate-browser.ts';
import { examples, pingan } from './run.ts';

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
