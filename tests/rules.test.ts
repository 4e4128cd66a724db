import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { type Example, presets } from '../src/lint/rule.ts';
import { rules } from '../src/lint/rules/index.ts';
import { Settings } from '../src/lint/settings.ts';
import { fixed, framed, only, problemsOf } from './lint.ts';

const strength = ['none', 'unsafe', 'safe'];

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const where = rule.texts().examples[0]?.in;
  const own = (source: string, { against, options }: Pick<Example, 'against' | 'options'> = {}) =>
    problemsOf(source, only(id, rule.level, options), against).filter(({ code }) => code === id);

  test.each(rule.texts().examples)('finds $wrong', ({ wrong, right, in: place, ...more }) => {
    const { source, marked } = framed(wrong, place);
    const found = own(source, more);
    expect(found.map(({ start, end }) => `${start}–${end} ${source.slice(start, end)}`)).toEqual(marked);
    const mended = framed(right, place).source;
    expect(own(mended, more)).toEqual([]);
    for (const { fix } of found)
      if (fix)
        expect(strength.indexOf(fix.safe ? 'safe' : 'unsafe')).toBeLessThanOrEqual(
          strength.indexOf(rule.fix),
        );
    if (found.every(({ fix }) => fix)) {
      const settings = only(id, rule.level, more.options);
      expect(fixed(source, settings)).toBe(mended);
      expect(fixed(mended, settings)).toBe(mended);
    }
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
    expect(own(framed(text, where).source)).toEqual([]);
  });

  test.each([...(rule.texts().knownFalsePositives ?? [])])('still finds, wrongly, %s', (text) => {
    expect(own(framed(text, where).source)).not.toEqual([]);
  });

  test('is declared whole', () => {
    expect(rule.texts().examples.length).toBeGreaterThan(0);
    expect(presets).toContain(rule.preset);
    const fixable = rule
      .texts()
      .examples.some(({ wrong, in: place, ...more }) =>
        own(framed(wrong, place).source, more).some(({ fix }) => fix),
      );
    expect(fixable).toBe(rule.fix !== 'none');
  });
});

test('every rule has an id of its own', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});

/** Told by gen and batch when they fill a plan; lint has no table to look into. */
const ofFilling = ['plan/variable', 'plan/kind'];

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
