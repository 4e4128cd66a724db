import fc from 'fast-check';
import { rules } from '../../src/lint/rules/index.ts';
import { faultyPlan } from '../../tests/faulty-plans.ts';
import { framed } from '../../tests/lint.ts';

/** What every rule must find, as plans: by the rule and a number. */
export const ofRules: ReadonlyMap<string, string> = new Map(
  rules.flatMap(({ id, texts }) =>
    texts().examples.map(({ wrong, in: place }, index): [string, string] => [
      `${id.replace('/', '-')}-${index}.yaml`,
      framed(wrong, place).source,
    ]),
  ),
);

/** Plans full of faults in every notation, the same every time. */
export const random: ReadonlyMap<string, string> = new Map(
  fc
    .sample(faultyPlan, { seed: 1, numRuns: 100 })
    .map((source, index) => [`${String(index).padStart(3, '0')}.yaml`, source]),
);

export const ruleIds = rules.map(({ id }) => id);
export { reporters } from '../../src/reporters/index.ts';
