import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultyPlan } from './faulty-plans.ts';
import { documents, mendsOnce, pointsIntoTheFile } from './mending.ts';
import { examples } from './run.ts';

test('whatever is written, safe mending twice is mending once, and mends nothing but words', () => {
  fc.assert(
    fc.property(faultyPlan, (source) => mendsOnce(source, false)),
    { numRuns: documents / 2 },
  );
});

describe.each(examples)('%s', (name) => {
  const source = readFileSync(`examples/${name}`, 'utf8');

  test.each([source, source.replaceAll('\n', '\r\n')])('is mended once', (written) => {
    for (const unsafe of [false, true]) mendsOnce(written, unsafe);
    expect(() => pointsIntoTheFile(written)).not.toThrow();
  });
});
