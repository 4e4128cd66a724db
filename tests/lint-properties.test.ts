import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { eachMendsOnce, mendsOnce, pointsIntoTheFile } from './mending.ts';
import { examples } from './run.ts';

test('whatever is written, safe mending twice is mending once, and mends nothing but words', () => {
  eachMendsOnce(false);
});

describe.each(examples)('%s', (name) => {
  const source = readFileSync(`examples/${name}`, 'utf8');

  test.each([source, source.replaceAll('\n', '\r\n')])('is mended once', (written) => {
    for (const unsafe of [false, true]) mendsOnce(written, unsafe);
    expect(() => pointsIntoTheFile(written)).not.toThrow();
  });
});
