import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pullOf } from './pulled.ts';
import { documents } from './random-documents.ts';
import { change, dice, kinds } from './random-edits.ts';
import { examples } from './run.ts';
import './seed.ts';

const runs = Number(process.env['PINGAN_DOCUMENTS'] ?? 5);

test.each(examples)('%s: a document that nobody edited changes nothing', async (name) => {
  const source = readFileSync(`examples/${name}`, 'utf8');
  const { changes, source: after, matched, isExact } = await pullOf(source, () => {});
  expect(changes).toEqual([]);
  expect(after).toBe(source);
  expect(matched.untouched).toBe(matched.paragraphs);
  expect(isExact).toBe(true);
});

test('any document that nobody edited changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (source) => {
      const { changes, source: after } = await pullOf(source, () => {});
      expect(changes).toEqual([]);
      expect(after).toBe(source);
    }),
    { numRuns: runs },
  );
});

/** More than one run only where it is asked for: each makes many documents. */
describe('whatever somebody changes, the plan prints it, or it is told', () => {
  const seed = process.env['CI'] ? 20_261_127 : Date.now() % 2 ** 31;
  test.each(examples)(`%s, seed ${seed}`, async (name) => {
    const source = readFileSync(`examples/${name}`, 'utf8');
    const roll = dice(seed + [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0));
    for (let run = 0; run < Math.ceil(runs / 2); run++) {
      const kind = kinds[roll(kinds.length)] ?? 'middle';
      let isMade = false;
      const { changes, isExact, strange } = await pullOf(source, (document) => {
        isMade = change(document, kind, roll) !== undefined;
      });
      const isTold = changes.some(({ taken, follows }) => !taken || follows);
      expect({ kind, changes, strange, isRight: !isMade || isExact || isTold }).toMatchObject({
        strange: [],
        isRight: true,
      });
    }
  });
});

test('several changes at once come back together', async () => {
  await fc.assert(
    fc.asyncProperty(documents, fc.integer({ min: 1, max: 2 ** 30 }), async (source, seed) => {
      const roll = dice(seed);
      const { changes, isExact, strange } = await pullOf(source, (document) => {
        for (let each = 0; each < 4; each++) change(document, kinds[roll(kinds.length)] ?? 'middle', roll);
      });
      expect(isExact || changes.some(({ taken, follows }) => !taken || follows)).toBe(true);
      expect(strange).toEqual([]);
    }),
    { numRuns: runs },
  );
});
