import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { presets } from '../src/lint/rule.ts';
import { rules } from '../src/lint/rules/index.ts';
import { Settings } from '../src/lint/settings.ts';
import { offersFix, tryExample, trySilent } from '../src/lint/trial.ts';
import { framed, problemsOf } from './lint.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.texts().examples.filter(() => !rule.onPages))('finds $wrong', (example) => {
    expect(tryExample(rule, example)).toEqual([]);
  });

  test.each(rule.texts().examples.filter((example) => rule.passage && !example.against))(
    'has a right form that no other rule minds: $right',
    ({ right, in: place }) => {
      const others = problemsOf(framed(right, place).source, new Settings('recommended'));
      expect(
        others.filter(
          ({ code, severity }) =>
            severity === 'error' || /^(punct|num|date|leftover|wording|numbering)/.test(code),
        ),
      ).toEqual([]);
    },
  );

  test.each([...rule.texts().silent])('leaves alone %s', (text) => {
    expect(trySilent(rule, text)).toEqual([]);
  });

  test.each([...(rule.texts().knownFalsePositives ?? [])])('still finds, wrongly, %s', (text) => {
    expect(trySilent(rule, text)).not.toEqual([]);
  });

  test('is declared whole', () => {
    expect(rule.texts().examples.length).toBeGreaterThan(0);
    expect(presets).toContain(rule.preset);
    expect(offersFix(rule)).toBe(rule.fix !== 'none');
  });
});

test('every rule has an id of its own', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

/** Told by gen, batch and the editor when they make a document. */
const ofFilling = ['plan/variable', 'plan/kind', 'plan/around'];

test('every code that the reader reports has a page', () => {
  const sources = globSync('src/**/*.ts', { cwd: new URL('..', import.meta.url) });
  const codes = sources.flatMap((file) =>
    [
      ...readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').matchAll(/'((?:yaml|plan)\/[a-z-]+)'/g),
    ].map(([, code]) => code),
  );
  expect(codes.length).toBeGreaterThan(100);
  const known = new Set([...rules.map(({ id }) => id), ...ofFilling]);
  expect(codes.filter((code) => !known.has(code ?? ''))).toEqual([]);
});
