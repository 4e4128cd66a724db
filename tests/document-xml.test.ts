import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { indented } from './indented.ts';
import { pingan } from './run.ts';

test.each(['smallest', 'red-head-notice', 'task-list', 'minutes'])(
  '%s is the WordprocessingML that was read and approved',
  async (example) => {
    const golden = path.join('tests/golden', `${example}.xml`);
    const plan = path.join('examples', `${example}.yaml`);
    const { bytes } = await pingan(['gen', plan, '-f', 'docx', '-o', '-'], process.cwd());
    const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
    const made = indented(xml);
    expect(made.replace(/^ +|\n/gm, '')).toBe(xml);
    if (process.env['UPDATE']) writeFileSync(golden, made);
    expect(made).toBe(readFileSync(golden, 'utf8'));
  },
);
