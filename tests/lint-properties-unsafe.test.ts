import fc from 'fast-check';
import { test } from 'vitest';
import { faultyPlan } from './faulty-plans.ts';
import { documents, eachMendsOnce, pointsIntoTheFile } from './mending.ts';

// In a file of its own, so that it runs beside the safe ones.
test('whatever is written, mending everything twice is mending once, and mends nothing but words', () => {
  eachMendsOnce(true);
});

test('findings point at what they are about', () => {
  fc.assert(fc.property(faultyPlan, pointsIntoTheFile), { numRuns: documents / 4 });
});
