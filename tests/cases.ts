import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/**
 * Tests every case of a file: what is given, a line `@@@`, and what must come of it; a line `===` stands between two
 * cases. UPDATE=1 writes them anew, to be read.
 */
export function testCases(file: string, told: (given: string) => string | Promise<string>): void {
  const at = path.join('tests', file);
  const cases = readFileSync(at, 'utf8')
    .replace(/\n$/, '')
    .split('\n===\n')
    .map((text) => text.split('\n@@@\n'));
  test.each(cases)('%j', async (given, expected = '') => {
    if (!process.env['UPDATE']) expect(await told(given)).toBe(expected);
  });
  test(`the cases of ${file} are written, if that is asked for`, async () => {
    if (!process.env['UPDATE']) return;
    const written: string[] = [];
    for (const [given = ''] of cases) written.push(`${given}\n@@@\n${await told(given)}`);
    writeFileSync(at, `${written.join('\n===\n')}\n`);
  });
}
