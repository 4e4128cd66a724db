import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import Handlebars from 'handlebars';
import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { rules } from '../src/lint/rules/index.ts';
import { documentKinds } from '../src/plan/document-kind.ts';
import { planJson } from '../src/plan/json.ts';
import { simplified, traditional } from '../src/text/script.ts';
import { framed, only, problemsOf } from './lint.ts';

/*
 * What OpenCC makes of our words is what plans in Traditional script hold. A key may be typed by the standard of OpenCC
 * itself, of Taiwan or of Hong Kong (裏 and 裡, 覈 and 核, 說 and 説), so all of them must be found. What we write
 * ourselves keeps to one, that of OpenCC: it tells apart the most, and the plans that we know are written so.
 */
const standards = ['t', 'tw', 'hk'].map((to) => Converter({ from: 'cn', to: to as 't' | 'tw' | 'hk' }));
/** As we write it: 為 and 啟 are usual today everywhere, and what is called 注 in a plan is always a note, never 注意. */
const written = (word: string) =>
  (standards[0]?.(word) ?? '').replaceAll('爲', '為').replaceAll('啓', '啟').replaceAll('注', '註');

/** Names of keys with all their spellings, and the words that keys choose among, as the JSON Schema has them. */
function declared(node: unknown, found = { keys: new Set<string>(), choices: new Set<string>() }) {
  if (typeof node !== 'object' || node === null) return found;
  for (const [name, value] of Object.entries(node)) {
    if (name === 'properties') for (const each of Object.keys(value)) found.keys.add(each);
    if (name === 'patternProperties')
      for (const each of Object.keys(value))
        for (const word of /^\^\(([^()?]+)\)\$$/.exec(each)?.[1]?.split('|') ?? []) found.keys.add(word);
    if (name === 'pattern')
      for (const word of /^\^\((.+)\)\$$/.exec(String(value))?.[1]?.split('|') ?? []) found.choices.add(word);
    if (name === 'enum')
      for (const each of value as unknown[]) if (typeof each === 'string') found.choices.add(each);
    declared(value, found);
  }
  return found;
}

/** The words that templates print or give to helpers, with whom they stand. */
function wordings(): [string, string][] {
  return readdirSync('templates', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hbs'))
    .flatMap((name) => {
      const found: string[] = [];
      const visitor = new Handlebars.Visitor();
      visitor.ContentStatement = ({ value }) => void found.push(value);
      visitor.StringLiteral = ({ value }) => void found.push(value);
      visitor.accept(Handlebars.parse(readFileSync(path.join('templates', name), 'utf8')));
      return found
        .flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? [])
        .map((word): [string, string] => [word, name]);
    });
}

const { keys: spellings, choices } = declared(planJson());
const simple = (words: Iterable<string>) =>
  [...words].filter((word) => /\p{Script=Han}/u.test(word) && simplified(word) === word);
const keys = simple(spellings);
const found = new Set([
  ...keys,
  ...simple(choices),
  ...documentKinds.flatMap(({ name, endings }) => [name, ...endings]),
]);

describe('words of our own in Traditional script', () => {
  test.each([...found])('%s is found however it is spelled', (word) => {
    for (const standard of standards) expect(simplified(standard(word))).toBe(word);
    expect(simplified(written(word))).toBe(word);
  });

  test.each(keys)('%s is offered to editors as it is written', (word) => {
    expect([...spellings]).toContain(written(word));
  });

  test('choices in Traditional script pass the JSON Schema, others don’t', () => {
    const valid = new Ajv2020({ strict: false }).compile(planJson());
    expect(valid({ 印章: '加蓋印章', 版式: { 規格: '普通' } })).toBe(true);
    expect(valid({ 印章: '加盖印章' })).toBe(true);
    expect(valid({ 印章: '加盖公章吧' })).toBe(false);
  });

  test.each(wordings())('%s is printed as it is written (%s)', (word) => {
    expect(traditional(word)).toBe(written(word));
    for (const spell of [traditional, ...standards]) expect(simplified(spell(word))).toBe(word);
  });

  test('nothing is taken for Traditional that is Simplified, too', () => {
    const back = Converter({ from: 't', to: 'cn' });
    const all = Array.from({ length: 0x5200 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    const turned = all.filter((character) => simplified(character) !== character);
    expect(turned.length).toBeGreaterThan(150);
    expect(turned.filter((character) => simplified(character) !== back(character))).toEqual([]);
    expect(simplified('全覆盖，批覆')).toBe('全覆盖，批复');
  });

  test('there are many, and most of them have another form', () => {
    expect(keys.length).toBeGreaterThan(150);
    expect(wordings().length).toBeGreaterThan(60);
    expect(keys.filter((word) => written(word) !== word).length).toBeGreaterThan(80);
  });
});

/** Rules about the scripts themselves, and tables of words that each are written in one of them. */
const ofOneScript = [
  'wording/trad-simp',
  'wording/zhang',
  'wording/typo',
  'wording/renamed-org',
  'layout/font-coverage',
];
const examples = rules
  .filter(({ id, onPages, foundBy }) => !ofOneScript.includes(id) && !onPages && !foundBy)
  .flatMap((rule) => rule.texts().examples.map((example) => ({ rule, ...example })));
const ofTaiwan = Converter({ from: 'cn', to: 'tw' });

test.each(examples)(
  '$rule.id finds in Traditional script: $wrong',
  ({ rule, wrong, in: place, against, options }) => {
    const { source, marked } = framed(ofTaiwan(wrong), place);
    const found = problemsOf(source, only(rule.id, rule.level, options), against && ofTaiwan(against));
    const own = found.filter(({ code }) => code === rule.id);
    expect(own.map(({ start, end }) => `${start}–${end} ${source.slice(start, end)}`)).toEqual(marked);
  },
);
