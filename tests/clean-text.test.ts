import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsIn } from '../scripts/clean-text.ts';

const found = findingsIn(readFileSync('tests/clean-text/sample.txt', 'utf8'));

test('clean text has no errors', () => {
  expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('each rule finds in clean text just what its budget says', () => {
  const hits: Record<string, number> = {};
  for (const { code } of found) hits[code] = (hits[code] ?? 0) + 1;
  const budget: unknown = JSON.parse(readFileSync('tests/clean-text/budget.json', 'utf8'));
  expect(hits, found.map(({ code, quote }) => `${code} ${quote}`).join('\n')).toEqual(budget);
});
