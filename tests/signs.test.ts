import { Converter } from 'opencc-js';
import { describe, expect, test } from 'vitest';
import { type Passage, type PassageKind, passages } from '../src/lint/passage.ts';
import type { Example, Rule } from '../src/lint/rule.ts';
import { rules } from '../src/lint/rules/index.ts';
import type { Settings } from '../src/lint/settings.ts';
import { Subject } from '../src/lint/subject.ts';
import { read } from '../src/plan/read.ts';
import { framed, only, problemsOf } from './lint.ts';

/*
 * Every finding of a rule holds one of its signs, so that texts without them needn't be looked at. Here everything is
 * looked at: the examples of each rule, their clauses alone and together, in both scripts and both widths, with each
 * character of a sign given every form that its like may have. What is found must hold a sign, and every sign must be
 * the only one of something that is found: a sign that is left out can't hide behind the others.
 */

const withSigns = rules.filter((rule) => rule.signs);
const plain = (text: string) => text.replaceAll(/[⟦⟧]/g, '');

/** Signs made of the table that the rule itself looks with; a word can't be missing in one of the two. */
const ofTable = (rule: Rule) => Object.getOwnPropertyDescriptor(rule, 'signs')?.get !== undefined;

/** Signs that something found holds without the others; rules that have the same signs need them together. */
const needed = new Set<string>();

describe.each(withSigns.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const { examples, knownFalsePositives = [] } = rule.texts();
  const wronglyFound = knownFalsePositives.map((wrong) => ({ ...examples[0], wrong, right: '' }));
  test.each<Example>([...examples, ...wronglyFound])(
    'finds with its signs what it finds everywhere: $wrong',
    ({ wrong, in: place, ...more }) => {
      const { source } = framed(wrong, place);
      const looking = only(id, rule.level, more.options);
      const everywhere = Object.assign(only(id, rule.level, more.options), {
        rules: [Object.defineProperty({ ...rule }, 'signs', { value: undefined })],
      });
      const found = (settings: Settings) =>
        problemsOf(source, settings, more.against)
          .filter(({ code }) => code === id)
          .map(({ start, end, message }) => `${start}–${end} ${message}`);
      expect(found(everywhere)).not.toEqual([]);
      expect(found(looking)).toEqual(found(everywhere));
    },
  );

  test('finds nothing without a sign', () => {
    let count = 0;
    for (const example of examples)
      forms(example, rule, (text, held) => {
        count++;
        if (held.length === 0) expect.fail(text);
        if (held.length === 1) needed.add(`${rule.signs}: ${held}`);
      });
    expect(count).toBeGreaterThan(0);
  });
});

test('no sign is idle', () => {
  const all = withSigns
    .filter((rule) => !ofTable(rule))
    .flatMap(({ signs = [] }) => signs.map((sign) => `${signs}: ${sign}`));
  expect(all.filter((sign) => !needed.has(sign))).toEqual([]);
});

test('most rules have signs', () => {
  expect(withSigns.length).toBeGreaterThan(60);
});

const between = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
/** Marks, digits and letters of all widths, and their like in circles, brackets and other blocks. */
const marks = [
  ...[...between(0x20, 0x7e), ...between(0xa1, 0xff), ...between(0x2010, 0x205e), ...between(0x2200, 0x22ff)],
  ...[...between(0x2460, 0x249b), ...between(0x2500, 0x2502), ...between(0x25a0, 0x25ff)],
  ...[...between(0x3000, 0x303f), '・', ...between(0x3220, 0x3229), ...between(0xfe50, 0xfe6b)],
  ...between(0xff01, 0xffee),
];
const numerals = [...'零〇○一二三四五六七八九十百千万', '十一'];

const traditional = Converter({ from: 'cn', to: 't' });
const taiwanese = Converter({ from: 'cn', to: 'tw' });
const simplified = Converter({ from: 't', to: 'cn' });
const narrow = (text: string) =>
  text.replaceAll(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
const wide = (text: string) =>
  text.replaceAll(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
const isHan = (character: string) => /\p{Script=Han}/u.test(character);

/** Tells every form of an example in which the rule finds something, and the signs that it holds. */
function forms(example: Example, rule: Rule, tell: (text: string, held: string[]) => void): void {
  const look = looking(example, rule);
  const signs = rule.signs ?? [];
  const holds = (text: string) => signs.filter((sign) => text.includes(sign));
  const seen = new Set<string>();
  const found = (text: string) => {
    if (seen.has(text)) return false;
    seen.add(text);
    if (!look(text)) return false;
    tell(text, holds(text));
    return true;
  };
  const clauses = plain(example.wrong).split(/(?<=[。；，：\n])/);
  const stretches = clauses.flatMap((_, from) =>
    clauses.slice(from).map((_, length) => clauses.slice(from, from + length + 1).join('')),
  );
  const spelled = stretches.flatMap((text) =>
    [text, ...[traditional, taiwanese, simplified, narrow, wide].map((spell) => spell(text))].filter(found),
  );
  const smallest = spelled.filter((text) => !spelled.some((each) => each !== text && text.includes(each)));
  if (ofTable(rule)) return;
  const { examples, silent } = rule.texts();
  const own = [...examples.map(({ wrong }) => wrong), ...silent].join('');
  const han = [...new Set([...own, ...traditional(own), ...simplified(own)].filter(isHan)), ...numerals];
  for (const text of smallest)
    for (const place of placesOf(holds(text), text)) {
      const character = text.charAt(place);
      for (const other of isHan(character) ? han : marks) {
        found(text.slice(0, place) + other + text.slice(place + 1));
        // “--” and “的的” are the same twice.
        found(text.replaceAll(character, other));
      }
    }
}

/** Where the characters of some words stand in a text. */
function placesOf(words: readonly string[], text: string): number[] {
  const places = Array.from(text, (_, start) =>
    words
      .filter((word) => text.startsWith(word, start))
      .flatMap((word) => Array.from(word, (_, within) => start + within)),
  ).flat();
  return [...new Set(places)];
}

/** Whether the rule finds something in a text that stands where that of an example does. */
function looking(
  { wrong, in: place = 'body', options = {} }: Example,
  rule: Rule,
): (text: string) => boolean {
  const subject = (text: string) => {
    const { source } = framed(text, place);
    const { plan } = read(source);
    return plan && new Subject(plan, source);
  };
  const around = subject(plain(wrong));
  return (text) => {
    let count = 0;
    const tell = () => {
      count++;
    };
    const whole = rule.plan && subject(text);
    if (whole) rule.plan?.(whole, tell, options as never);
    if (around)
      for (const passage of paragraphs(text, place as PassageKind))
        rule.passage?.(passage, tell, around, options as never);
    return count > 0;
  };
}

function paragraphs(text: string, kind: PassageKind): Passage[] {
  const scalar = { kind: 'scalar' as const, text, start: 0, end: text.length, at: (index: number) => index };
  return passages(scalar, { kind, path: kind === 'documentTitle' ? 'title' : '', section: undefined });
}
