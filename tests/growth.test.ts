import { describe, expect, test } from 'vitest';
import { kinds } from '../bench/growth/kinds.mjs';
import { steps } from '../bench/growth/steps.ts';
import { Attempts } from '../src/lint/attempts.ts';
import { mendNotation } from '../src/lint/mend-notation.ts';
import { read } from '../src/plan/read.ts';

/**
 * Texts that took minutes, or for ever, at these lengths; where time grows with the text, none takes a second. How it
 * grows is measured by `npm run bench -- growth`.
 */
const cases: readonly [kind: string, n: number, ...ways: string[]][] = [
  ['brackets', 30_000, 'lint'],
  ['half brackets', 30_000, 'fix'],
  ['letters', 100_000, 'lint'],
  ['capital letters', 60_000, 'lint'],
  ['ellipses', 60_000, 'lint', 'fix'],
  ['title of blanks', 150_000, 'lint'],
  ['title of straight quotes', 300, 'docx'],
  ['title of dunhao marks', 60_000, 'docx'],
  ['long document title', 200, 'html'],
  ['long attachment title', 160, 'docx'],
  ['long section title', 20_000, 'docx', 'lint'],
  ['letters and digits', 20_000, 'lint'],
  ['lines without an end', 15_000, 'lint'],
  ['lines', 100_000, 'docx'],
  ['Windows lines', 40_000, 'lint'],
  ['tasks', 6000, 'import'],
  ['abbreviations', 8000, 'lint'],
  ['placeholders', 30_000, 'lint'],
  ['wrapped lines', 20_000, 'read'],
  ['lines', 20_000, 'read'],
  ['lines', 140_000, 'read'],
  ['entries', 130_000, 'read'],
  ['members', 1500, 'lint'],
  ['members', 20_000, 'md'],
  ['equal members', 1500, 'lint'],
  ['goals', 400, 'lint'],
  ['duplicate variables', 3000, 'read'],
  ['variables after quotes', 20_000, 'docx'],
  ['uses of variables', 1500, 'docx'],
  ['uses of variables', 3000, 'import'],
  ['stray keys', 5000, 'import'],
  ['full-width colons', 1000, 'lint', 'fix'],
  ['nested book titles', 10_000, 'lint'],
  ['book titles under comments', 3000, 'lint'],
  ['book titles under comments that last', 3000, 'lint'],
  ['years', 20_000, 'next year'],
  ['entries with years', 3000, 'next year'],
  ['a cell of blanks', 200_000, 'data'],
  ['a cell of line breaks', 100_000, 'data'],
  ['columns of a CSV', 5000, 'data'],
  ['names of JSON records', 20_000, 'data'],
  ['empty sheets', 300, 'data'],
  ['merges of a row', 10_000, 'data'],
  ['merges down a sheet', 1500, 'data'],
];

describe('an end is reached, however long the text is:', () => {
  test.each(cases)('%s (%i)', async (name, n, ...ways) => {
    const kind = kinds.get(name);
    const made = kind?.plan?.(n) ?? kind?.data?.(n);
    expect(made).toBeDefined();
    for (const way of ways) await steps[way]?.(made as never);
    expect(ways.every((way) => way in steps)).toBe(true);
  });
});

test('a file is read again less often the longer it is, and never without end', () => {
  const taken = (length: number) => {
    const attempts = new Attempts('甲'.repeat(length));
    let count = 0;
    while (attempts.take()) count++;
    return count;
  };
  expect([0, 2000, 50_000, 10_000_000].map(taken)).toEqual([400, 249, 24, 24]);
  // Each of these slips is mended by itself, and the file still can't be read: that was read for each of them, round by round.
  const source = `标题：甲\n这一行没有键\n${'标题：甲\n'.repeat(60)}`;
  const { problems } = read(source);
  const attempts = new Attempts(source);
  for (let left = 390; left > 0; left--) attempts.take();
  expect(mendNotation(source, problems, attempts).made.length).toBeLessThanOrEqual(10);
});

test('the bench of growth makes more than two hundred kinds of texts, each of them longer for more', () => {
  expect(kinds.size).toBeGreaterThan(200);
  for (const [name, { plan, data }] of kinds) {
    const sizes = [4, 64].map((n) => plan?.(n).length ?? data?.(n).bytes.length ?? 0);
    expect(sizes[1], name).toBeGreaterThan(sizes[0] ?? 0);
  }
});
