import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { page } from '../src/lint/manual.ts';
import { presets } from '../src/lint/rule.ts';
import { rules } from '../src/lint/rules/index.ts';
import { Settings } from '../src/lint/settings.ts';
import { offersFix, tryExample, trySilent } from '../src/lint/trial.ts';
import { look } from '../src/server/look.ts';
import { framed, problemsOf } from './lint.ts';
import { folder } from './run.ts';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.texts().examples.filter(() => !rule.onPages && !rule.foundBy))('finds $wrong', (example) => {
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

/** Codes as they stand in the sources; one that is put together of pieces isn't found, so there is none. */
function codesIn(groups: string): string[] {
  const sources = globSync('src/**/*.ts', { cwd: new URL('..', import.meta.url) });
  const code = new RegExp(`['"\`]((?:${groups})/[a-z-]+)['"\`]`, 'g');
  return sources
    .filter((file) => !file.startsWith('src/lint/rules/'))
    .flatMap((file) => [...readFileSync(new URL(`../${file}`, import.meta.url), 'utf8').matchAll(code)])
    .map(([, code = '']) => code);
}

/** What is wrong with a configuration itself is told without a name of a rule. */
const ofConfigurations = ['config/own-rule', 'config/words', 'config/extension'];

test('every code that is told outside of a rule has a page', () => {
  const groups = new Set(rules.map(({ id }) => id.split('/')[0]));
  const codes = codesIn([...groups].join('|'));
  expect(codes.length).toBeGreaterThan(100);
  const known = new Set<string>([...rules.map(({ id }) => id), ...ofConfigurations]);
  expect(codes.filter((code) => !known.has(code))).toEqual([]);
});

test.each(rules.filter(({ foundBy }) => foundBy))('$id is found', async (rule) => {
  const [{ wrong = '', right = '' } = {}] = rule.texts().examples;
  const { source, marked } = framed(wrong, 'source');
  expect(marked).toHaveLength(1);
  const found = await Promise.all([source, right].map((text) => lookedAt(text, rule.id === 'plan/around')));
  const [{ start = 0, end = 0 } = {}] = found[0]?.filter(({ code }) => code === rule.id) ?? [];
  if (rule.id === 'plan/around') expect([start, end]).toEqual([0, 1]);
  else expect(`${start}–${end} ${source.slice(start, end)}`).toBe(marked[0]);
  expect(found[1]?.map(({ code }) => code)).not.toContain(rule.id);
  expect(page(rule)).toContain(rule.foundBy === 'making' ? '生成文件时查的' : '读文件时查的');
});

/** What an editor is told of a plan, or of one beside such a configuration. */
async function lookedAt(text: string, isConfiguration: boolean) {
  const cwd = folder();
  if (isConfiguration) writeFileSync(path.join(cwd, 'pingan.config.yaml'), text);
  const source = isConfiguration ? '标题: 平安镇2026年工作要点\n正文: 每月排查。\n' : text;
  const file = path.join(cwd, '计划.yaml');
  writeFileSync(file, source);
  return (await look({ uri: '', file, version: undefined, source, concerns: true }, cwd)).problems;
}
