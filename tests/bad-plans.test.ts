import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folder, pingan } from './run.ts';

const cases = path.join('tests', 'bad-plans');

/** A case is a bad plan, a line `@@@`, and the messages it must give; UPDATE=1 writes them anew, to be read. */
test.each(readdirSync(cases))('%s', async (name) => {
  const [plan = '', expected = ''] = readFileSync(path.join(cases, name), 'utf8').split('@@@\n');
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  const { code, out, err } = await pingan(['gen', '计划.yaml'], cwd);
  const messages = err
    .split('\n')
    .filter((line) => /^(计划\.yaml:| {2}改法 )/.test(line))
    .map((line) => `${line.replace(/^计划\.yaml:/, '')}\n`)
    .join('');
  if (process.env['UPDATE']) writeFileSync(path.join(cases, name), `${plan}@@@\n${messages}`);
  else expect(messages).toBe(expected);
  expect({ code, out, files: readdirSync(cwd) }).toEqual({ code: 1, out: '', files: ['计划.yaml'] });
});
