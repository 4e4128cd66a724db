import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { madeByLibrary, sheetsIn } from './described-workbook.ts';
import { officeTable } from './office-table.ts';
import { folder, pingan } from './run.ts';
import { converted, withTools } from './tools.ts';

const root = 'tests/workbooks';
const names = readdirSync(root).map((file) => file.replace('.txt', ''));

/** A workbook in words, a line `@@@`, what is printed of its rows, a line `@@@`, and what becomes of each row. */
function described(name: string) {
  const [given = '', text = '', outcome = ''] = readFileSync(path.join(root, `${name}.txt`), 'utf8').split(
    '\n@@@\n',
  );
  const [, ...lines] = given.split('\n');
  const options = lines[0]?.startsWith('--') ? (lines.shift() ?? '').split(' ') : [];
  return { given, text: text.trim(), outcome: outcome.trim(), options, sheets: sheetsIn(lines) };
}

/** A line a document, by the row that it is made of; then the rows without one, and what is said of the others. */
async function outcomeOf(
  bytes: Uint8Array,
  { text, options }: ReturnType<typeof described>,
): Promise<string> {
  const cwd = folder();
  writeFileSync(path.join(cwd, '表.xlsx'), bytes);
  writeFileSync(path.join(cwd, '计划.yaml'), `标题: 要点\n正文:\n  - 甲: '${text}'\n`);
  const args = [
    'batch',
    '计划.yaml',
    '--data',
    '表.xlsx',
    '-o',
    '出',
    '-f',
    'md',
    '--name',
    '{{村名}}',
    ...options,
  ];
  const { out } = await pingan([...args, '--dry-run'], cwd);
  const { err } = await pingan(args, cwd);
  const made = out
    .trim()
    .split('\n')
    .map((line) => {
      const [row = '', file = ''] = line.split('\t');
      const [, body = ''] = readFileSync(path.join(cwd, '出', file), 'utf8').split('## 一、甲\n\n');
      return `${row} ${file.slice(0, -3)}：${body.split('\n\n<!--')[0]?.trim()}`;
    });
  return [
    ...made,
    ...err
      .trim()
      .split('\n')
      .filter((line) => !/^[✔✘] 共|未生成|^检查发现/.test(line)),
  ].join('\n');
}

/** Rewrites what is expected, to be read. */
const found = new Map<string, string>();
afterAll(() => {
  if (process.env['UPDATE'])
    for (const [name, outcome] of found) {
      const { given, text } = described(name);
      writeFileSync(path.join(root, `${name}.txt`), `${given}\n@@@\n${text}\n@@@\n${outcome}\n`);
    }
});

function expectOutcome(name: string, outcome: string): void {
  if (process.env['UPDATE']) found.set(name, outcome);
  else expect(outcome).toBe(described(name).outcome);
}

describe('workbooks as offices keep them, written by hand after the standard', () => {
  test.each(names)('%s', async (name) => {
    const about = described(name);
    expectOutcome(name, await outcomeOf(officeTable(...about.sheets), about));
  });
});

describe('by write-excel-file, those that it can write', () => {
  test.each(names.filter((name) => madeByLibrary(described(name).sheets)))('%s', async (name) => {
    const about = described(name);
    const bytes = await madeByLibrary(about.sheets)?.();
    expect(await outcomeOf(bytes ?? new Uint8Array(), about)).toBe(about.outcome);
  });
});

withTools(['soffice'], 'by LibreOffice', () => {
  test('all of them', async () => {
    const cwd = folder();
    mkdirSync(path.join(cwd, '原'));
    const files = names.map((name) => path.join('原', `${name}.xlsx`));
    for (const [index, name] of names.entries())
      writeFileSync(path.join(cwd, files[index] ?? ''), officeTable(...described(name).sheets));
    converted('xlsx', cwd, ...files);
    for (const name of names) {
      const about = described(name);
      expect(`${name}\n${await outcomeOf(readFileSync(path.join(cwd, `${name}.xlsx`)), about)}`).toBe(
        `${name}\n${about.outcome}`,
      );
    }
  });
});
