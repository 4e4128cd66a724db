import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EditedDocument } from './edited-document.ts';
import { pullOf } from './pulled.ts';
import { documents } from './random-documents.ts';
import { change, dice, type Edit, type Kind, kinds } from './random-edits.ts';
import { examples } from './run.ts';
import { unsayable } from './sayable.ts';
import './seed.ts';
import { nowOf } from './structural-edits.ts';

const runs = Number(process.env['PINGAN_DOCUMENTS'] ?? 3);

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

/** How many edits of a kind came back exactly, of those that a plan can say; and how many it can't say, by their reasons. */
const tally = new Map<string, Record<string, number>>();

/** More than one run only where it is asked for: each makes many documents. */
describe('whatever somebody changes, the plan prints it, or it is told', () => {
  const seed = process.env['CI'] ? 20_261_127 : Date.now() % 2 ** 31;
  test.each(examples)(`%s, seed ${seed}`, async (name) => {
    const source = readFileSync(`examples/${name}`, 'utf8');
    const { made } = await nowOf(source);
    const roll = dice(seed + [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 0));
    for (let run = 0; run < Math.ceil(runs / 2); run++) {
      const kind = kinds[roll(kinds.length)] ?? 'middle';
      let edit: Edit | undefined;
      let texts: string[] = [];
      const edited = (document: EditedDocument) => {
        texts = document.texts;
        edit = change(document, kind, roll);
      };
      const { changes, isExact, strange } = await pullOf(source, edited, {}, run % 2 === 1);
      const isTold = changes.some(({ taken, follows }) => !taken || follows);
      expect({ kind, changes, strange, isRight: !edit || isExact || isTold }).toMatchObject({
        strange: [],
        isRight: true,
      });
      const isCarried = changes.every(({ taken }) => taken);
      if (edit) count(kind, unsayable(made, texts, edit) ?? (isCarried ? 'carried' : 'listed'));
    }
  });

  test('nearly all that a plan can say comes back exactly', () => {
    const all = [...tally.values()].reduce((sum, own) => {
      for (const [outcome, number] of Object.entries(own)) sum[outcome] = (sum[outcome] ?? 0) + number;
      return sum;
    }, {});
    const { carried = 0, listed = 0 } = all;
    const figures = Object.entries({ ...Object.fromEntries(tally), all });
    if (process.env['PINGAN_DOCUMENTS'])
      process.stdout.write(`${figures.map((each) => JSON.stringify(each)).join('\n')}\n`);
    expect(carried).toBeGreaterThanOrEqual(least * (carried + listed));
  });
});

/** So few edits as are made here may be the rare ones; of a thousand, more than 97 of a hundred come back. */
const least = runs > 20 ? 0.96 : 0.8;

function count(kind: Kind, outcome: string): void {
  const own = tally.get(kind) ?? {};
  tally.set(kind, { ...own, [outcome]: (own[outcome] ?? 0) + 1 });
}

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
