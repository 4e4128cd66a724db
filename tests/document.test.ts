import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Block,
  type Inline,
  type NumberedBlock,
  plain,
  textsOf,
  withTexts,
} from '../src/document/block.ts';
import { type NumberForm, type NumberingStyle, number } from '../src/document/number.ts';
import { cutAtMarks, isLive, isMarkable, marked, stencil } from '../src/document/stencil.ts';
import { parse } from '../src/markup/parse.ts';

const form = (before: string, numeral: NumberForm['numeral'], after: string): NumberForm => ({
  before,
  numeral,
  after,
});
const levels = [
  form('', 'han', '、'),
  form('（', 'han', '）'),
  form('', 'arabic', '.'),
  null,
  form('', 'circled', ''),
];

/** Numbers, texts and lists of what was numbered, in a line each. */
function numbered(markup: string, style: Partial<NumberingStyle> = {}): string[] {
  const blocks = number(parse(markup), { levels, continuous: new Set(), runIn: new Set(), ...style });
  const text = (inlines: readonly Inline[]) =>
    inlines.map(({ text, bold }) => (bold ? `【${text}】` : text)).join('');
  return blocks.map((block) => {
    if (block.kind === 'heading' || block.kind === 'item')
      return `${block.list} ${block.label}${text(block.text)}${block.kind === 'heading' && block.opens ? `…${text(block.opens)}` : ''}`;
    return 'text' in block ? text(block.text) : block.kind;
  });
}

describe('numbers', () => {
  const outline = '## 甲\n### 乙\n#### 丙\n#### 丁\n### 戊\n#### 己\n##### 庚\n###### 辛\n## 壬\n### 癸';

  test('begin again below each heading', () =>
    expect(numbered(outline)).toEqual([
      '0 一、甲',
      '0 （一）乙',
      '0 1.丙',
      '0 2.丁',
      '0 （二）戊',
      '0 1.己',
      '0 庚',
      '0 ①辛',
      '0 二、壬',
      '0 （一）癸',
    ]));

  test('run on in the levels that are to', () =>
    expect(numbered(outline, { continuous: new Set([2]) })).toEqual([
      '0 一、甲',
      '0 （一）乙',
      '0 1.丙',
      '0 2.丁',
      '0 （二）戊',
      '0 1.己',
      '0 庚',
      '0 ①辛',
      '0 二、壬',
      '0 （三）癸',
    ]));

  test('begin again behind a title and in an attachment, and headings count with items', () =>
    expect(
      numbered(
        '# 题\n## 甲\n##. 乙\n文\n::: 主送\n丙\n:::\n## 丁\n::: 附件\n附件\n:::\n# 题\n## 戊\n# 题\n## 己',
      ),
    ).toEqual([
      '题',
      '0 一、甲',
      '0 二、乙',
      '文',
      '丙',
      '0 三、丁',
      '附件',
      '题',
      '1 一、戊',
      '题',
      '2 一、己',
    ]));

  test('a heading that opens its paragraph ends like a sentence', () =>
    expect(
      numbered(
        '## 甲\n文\n### 乙\n文\n文\n### **丙**\n**文**字\n### 丁？\n文\n### 戊，\n文\n### 己\n::: 主送\n文\n:::\n### 庚\n### 辛',
        { runIn: new Set([2]) },
      ),
    ).toEqual([
      '0 一、甲',
      '文',
      '0 （一）乙。…文',
      '文',
      '0 （二）【丙】【。】…【文】字',
      '0 （三）丁？…文',
      '0 （四）戊，。…文',
      '0 （五）己',
      '文',
      '0 （六）庚',
      '0 （七）辛',
    ]));

  test('a title that only has a mark in it doesn’t end like a sentence', () =>
    expect(numbered('## 甲：乙\n文', { runIn: new Set([1]) })).toEqual(['0 一、甲：乙。…文']));

  test('an attachment without a title has numbers of its own', () =>
    expect(numbered('## 甲\n::: 附件\n附件\n:::\n## 乙')).toEqual(['0 一、甲', '附件', '1 一、乙']));

  test('items open nothing', () =>
    expect(numbered('##. 甲\n文', { runIn: new Set([1]) })).toEqual(['0 一、甲', '文']));
});

const markup = [
  '# 题▢',
  '::: 红头\n份号\\t▢\n机关\\t甲▢\n字样\\t▢\n文号\\t▢号\n签发人\\t▢\n:::',
  '## ▢甲',
  '文**▢**字',
  '### ▢',
  '文▢',
  '##. ▢',
  '| ▢ | 乙 |\n|---|---|\n| 丙 | ▢▢ |',
  '::: 落款\n▢\n2026-03-05\n:::',
  '::: 落款\n▢单位\n:::',
  '::: 分页\n:::',
  '::: 横排\n:::',
  '甲',
].join('\n');
const facts = { title: '题▢', author: '单位' };

/** A document with something in each of its gaps. */
function filled(put: (index: number) => string): { facts: typeof facts; blocks: NumberedBlock[] } {
  let index = 0;
  const fill = (text: string) => text.replaceAll('▢', () => put(index++));
  const style: NumberingStyle = { levels, continuous: new Set(), runIn: new Set([2]) };
  const blocks: Block[] = parse(markup);
  return {
    facts: { ...facts, title: fill(facts.title) },
    blocks: number(blocks, style).map((block) =>
      withTexts(block, (inlines) => inlines.map(({ text, bold }) => ({ text: fill(text), bold }))),
    ),
  };
}

test('a document cut open at its marks and filled is the one that has the words itself', () => {
  const gaps = markup.split('▢').length;
  const sides = fc.record({ first: fc.boolean(), last: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(sides, { minLength: gaps, maxLength: gaps }),
      fc.array(fc.constantFrom('', '村', 'a 1', '甲\n乙'), { minLength: gaps, maxLength: gaps }),
      (han, words) => {
        const made = stencil(filled((index) => marked(index, han[index] ?? { first: true, last: true })));
        const whole = filled((index) => words[index] ?? '');
        expect(made.facts(words)).toEqual(whole.facts);
        expect(made.blocks.map((block) => (isLive(block) ? block.filled(words) : block))).toEqual(
          whole.blocks,
        );
        expect(made.blocks.flatMap((block) => (isLive(block) ? [] : [block.kind]))).toEqual([
          'pageBreak',
          'turn',
          'paragraph',
          'turn',
        ]);
      },
    ),
    { numRuns: 30 },
  );
});

test('texts come in the order in which they are read', () => {
  const { blocks } = filled((index) => `${index}`);
  expect(
    textsOf(blocks)
      .map(plain)
      .filter((text) => /\d/.test(text) && !text.startsWith('2026')),
  ).toEqual([
    '题1',
    '2',
    '甲3',
    '4',
    '5号',
    '6',
    '7甲',
    '文8字',
    '9。',
    '文10',
    '11',
    '12',
    '1314',
    '15',
    '16单位',
  ]);
});

test('marks are cut out with their numbers, and texts that look like marks can’t have any', () => {
  const text = `甲${marked(0, { first: true, last: false })}乙${marked(17, { first: false, last: true })}`;
  expect(cutAtMarks(text)).toEqual(['甲', 0, '乙', 17, '']);
  expect(cutAtMarks('甲')).toEqual(['甲']);
  expect(['甲', '', '𠀀', '＀', '￯', '\u{100000}', '\u{10FFFD}', '甲\uFF00'].map(isMarkable)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
  const han = { first: true, last: true };
  expect([marked(0, han).at(0), marked(0, han).at(-1)]).toEqual(['\uFF00', '\uFFEF']);
  expect(marked(0, { first: false, last: false })).toBe('\u{100000}');
});
