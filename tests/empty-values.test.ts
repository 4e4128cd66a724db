import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NumberedBlock, plain, textsOf } from '../src/document/block.ts';
import { kinds, templates } from '../src/io/templates.ts';
import { document } from '../src/pipeline.ts';
import { read } from '../src/plan/read.ts';
import type { Problem } from '../src/schema/problem.ts';
import { compose } from '../src/template/compose.ts';
import { templateOf } from '../src/template/kind.ts';
import { plans } from './random-plans.ts';

const runs = Number(process.env['PINGAN_DOCUMENTS'] ?? 200);
const here = path.resolve('计划.yaml');

/** A separator beside nothing, or the same mark twice. */
const stray =
  /^[、，。；：）》]|[、，；（《]$|（[、，。；：）]|[、，；（]）|《》|“”|[。，、；：]{2}|[、，；：]。|一是一是|undefined|NaN|\[object/;

/** The printed texts that are wrong, with what kind of block they stand in. */
function wrong(blocks: readonly NumberedBlock[]): string[] {
  return blocks.flatMap((block) => {
    const written = textsOf([block]).map(plain);
    const empty =
      block.kind !== 'table' && block.kind !== 'redHead' && written.some((each) => each.trim() === '');
    return written
      .filter((each) => stray.test(each) || (empty && each.trim() === ''))
      .map((each) => `${block.kind}: ${each}`);
  });
}

test('no document holds a bare mark, an empty number or a separator beside nothing, whatever is empty', () => {
  let made = 0;
  let emptied = 0;
  fc.assert(
    fc.property(plans, (source) => {
      const { plan, problems } = read(source);
      if (plan === undefined || problems.some(({ severity }) => severity === 'error')) return;
      const told: Problem[] = [];
      // Titles that were emptied above their texts are told, and printed as they are.
      const report = (problem: Problem) =>
        void (problem.code !== 'plan/title-left-empty' && told.push(problem));
      const kind = templateOf(plan, kinds(here, undefined), report);
      const { blocks } = document(plan, {}, compose(templates(kind, here, undefined), plan.script), report);
      made++;
      if (source.includes('{{#if 空}}')) emptied++;
      expect({ wrong: wrong(blocks), told }).toEqual({ wrong: [], told: [] });
    }),
    { numRuns: runs, seed: Number(process.env['PINGAN_SEED'] ?? 20260305) },
  );
  expect(made).toBeGreaterThan(runs * 0.6);
  expect(emptied).toBeGreaterThan(runs * 0.4);
});
