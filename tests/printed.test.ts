import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folder, pingan } from './run.ts';

const cases = 'tests/printed';

/** A plan, a line @@@, and what is printed of it; UPDATE=1 writes what it is now, to be read before it is committed. */
test.each(readdirSync(cases).filter((name) => name.endsWith('.txt')))('%s', async (name) => {
  const file = path.join(cases, name);
  const [plan = '', wanted] = readFileSync(file, 'utf8').split(/^@@@\n/m);
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  const { out, err, code } = await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-', '--force'], cwd);
  expect(code, err).toBe(0);
  const printed = out.replace(/\n\n<!-- pingan-.*-->\n?$/, '\n').replaceAll('\n\n', '\n');
  if (process.env['UPDATE']) writeFileSync(file, `${plan}@@@\n${printed}`);
  else expect(printed).toBe(wanted);
});
