import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type OfficeSheet, officeTable } from './office-table.ts';
import { folder, pingan } from './run.ts';

/** What a table becomes: a line a document, and what is said. */
export async function batch(
  table: string | Uint8Array | OfficeSheet | readonly OfficeSheet[],
  text: string,
  ...more: string[]
): Promise<{ code: number; made: string[]; said: string; failed: string }> {
  const cwd = folder();
  const isText = typeof table === 'string';
  const data = isText ? '村.csv' : '村.xlsx';
  const bytes = isText || table instanceof Uint8Array ? table : officeTable(...[table].flat());
  writeFileSync(path.join(cwd, data), bytes);
  writeFileSync(
    path.join(cwd, '计划.yaml'),
    text.includes('\n') ? text : `标题: 要点\n正文:\n  - 甲: '${text}'\n`,
  );
  const name = ['--name', '{{村名}}'];
  const args = ['batch', '计划.yaml', '--data', data, '-o', '出', '-f', 'md', ...name, ...more];
  const { code, err } = await pingan(args, cwd);
  let files: string[] = [];
  try {
    files = readdirSync(path.join(cwd, '出')).filter((each) => each.endsWith('.md'));
  } catch {
    // Nothing was made.
  }
  const lines = files.map((file) => {
    const [, body = ''] = readFileSync(path.join(cwd, '出', file), 'utf8').split('## 一、甲\n\n');
    return `${file.slice(0, -3)}：${body.split('\n\n<!--')[0]?.trim()}`;
  });
  let failed = '';
  try {
    failed = readFileSync(path.join(cwd, '出/未生成.csv'), 'utf8');
  } catch {
    // No row failed.
  }
  return { code, made: lines.sort(), said: err, failed };
}
