import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folder, pingan } from './run.ts';

const cases = path.join('tests', 'bad-plans');
const names = readdirSync(cases, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.txt'),
);

/**
 * A case is a bad plan, a line `@@@`, and the messages it must give; UPDATE=1 writes them anew, to be read.
 * Those in `warnings` are made into documents all the same.
 */
test.each(names.sort())('%s', async (name) => {
  const file = path.join(cases, name);
  const group = path.dirname(name);
  // Bytes, not text: some cases are about the encoding.
  const [plan = '', expected = ''] = readFileSync(file, 'latin1').split('@@@\n');
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan, 'latin1');
  const { code, out, err } = await pingan(['gen', '计划.yaml'], cwd);
  const said = err
    .split('\n')
    .filter((line) => /^(计划\.yaml:| {2}改法 )/.test(line))
    .map((line) => `${line.replace(/^计划\.yaml:/, '')}\n`)
    .join('');
  if (process.env['UPDATE']) {
    writeFileSync(file, Buffer.concat([Buffer.from(`${plan}@@@\n`, 'latin1'), Buffer.from(said)]));
  } else expect(said, err).toBe(Buffer.from(expected, 'latin1').toString());
  const ends =
    group === 'warnings' ? { code: 0, files: ['计划.docx', '计划.yaml'] } : { code: 1, files: ['计划.yaml'] };
  expect({ code, out, files: readdirSync(cwd) }).toEqual({ ...ends, out: '' });
});
