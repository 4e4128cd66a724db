import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/**
 * Tests every case of a file: what is given, a line `@@@`, and what must come of it; a line `===` stands between two
 * cases. UPDATE=1 writes them anew, to be read.
 */
export function testCases(file: string, told: (given: string) => string): void {
  const at = path.join('tests', file);
  const cases = readFileSync(at, 'utf8')
    .replace(/\n$/, '')
    .split('\n===\n')
    .map((text) => text.split('\n@@@\n'));
  test.each(cases)('%j', (given, expected = '') => {
    if (!process.env['UPDATE']) expect(told(given)).toBe(expected);
  });
  test(`the cases of ${file} are written, if that is asked for`, () => {
    if (process.env['UPDATE'])
      writeFileSync(at, `${cases.map(([given = '']) => `${given}\n@@@\n${told(given)}`).join('\n===\n')}\n`);
  });
}
