import { expect, test } from 'vitest';
import { amountOf, written } from '../src/batch/amount.ts';
import { pickedFrom } from '../src/batch/chosen.ts';
import { MarkupError } from '../src/markup/error.ts';
import { parse } from '../src/markup/parse.ts';
import { isPlan } from '../src/plan/known-keys.ts';
import { read } from '../src/plan/read.ts';
import { markdown } from '../src/reading/text/markdown.ts';
import { isAttachmentList, isAttachmentMark } from '../src/structure/marks.ts';
import { withoutMark } from '../src/template/wording.ts';
import { withoutBlanks } from '../src/text/paragraphs.ts';
import { stripped } from '../src/text/strip.ts';
import { withParties } from '../src/writing/fields.ts';

/** As patterns with + and $ say it, which look for the end of the text from each of the characters. */
test.each([
  ['  甲 乙  ', '甲 乙'],
  ['甲', '甲'],
  ['   ', ''],
  ['', ''],
  ['\u3000甲', '甲'],
  ['甲\t', '甲'],
])('%j is stripped of what stands around it', (text, words) => {
  expect(stripped(text, ' \t\u3000')).toBe(words);
  expect(stripped(text, '')).toBe(text);
});

test.each([
  ['甲。', '甲'],
  ['甲，；。 ', '甲'],
  ['甲\\:', '甲'],
  ['甲。**', '甲**'],
  ['**甲**', '**甲**'],
  ['甲', '甲'],
  ['。', ''],
  ['', ''],
  ['甲:', '甲:'],
  ['甲。\\:；', '甲'],
  [':', ':'],
  ['\\:', ''],
])('%j without the mark that ends it is %j', (text, words) => expect(withoutMark(text)).toBe(words));

test('files that are long and no plans are soon told from plans', () => {
  expect(isPlan('标题: 甲')).toBe(true);
  expect(isPlan('"标题" : 甲')).toBe(true);
  expect(isPlan('标题 : 甲')).toBe(true);
  expect(isPlan('name: 甲\n  标题: 甲')).toBe(false);
  expect(isPlan(`甲${'\t'.repeat(200_000)}\n`)).toBe(false);
  expect(isPlan('甲\r'.repeat(100_000))).toBe(false);
});

test.each([
  ['comments and blanks without an end', `${'\n\n#\n '.repeat(5000)}`],
  ['a key in many quotes', `? ${'‘'.repeat(5000)}${'"'.repeat(5000)}\n: 甲`],
  ['a line of blanks', `标题: 甲\n${' '.repeat(100_000)}\u3000甲：乙`],
  ['a line of dashes', `标题: 甲\n${'- '.repeat(90)}${' '.repeat(50_000)}甲：\n: :`],
  ['tags', `标题: 甲\n正文:\n${'  - !甲 乙\n'.repeat(3000)}`],
  ['attachments of blanks', `标题: 甲\n附件: '附件${'\u3000'.repeat(100_000)}'\n`],
])('%s are read', (_, source) => expect(read(source).problems).toBeDefined());

test('blanks in templates and texts', () => {
  expect(parse(`甲${' '.repeat(200_000)}乙`)).toHaveLength(1);
  expect(() => parse(`::: 甲${' '.repeat(1000)}\n:::`)).toThrow(MarkupError);
  expect(withoutBlanks(`甲${'  '.repeat(50_000)}乙`)).toHaveLength(100_002);
});

const lines = (text: string) =>
  markdown(text).blocks.map((block) => (block.kind === 'line' ? block.text : ''));

test.each([
  ['# 甲 #', '甲'],
  ['#\t甲 ##  ', '甲'],
  ['## 甲 # #', '甲 #'],
  ['# #', '#'],
  ['#', ''],
  ['#甲', '#甲'],
  ['甲\\', '甲'],
  ['甲  ', '甲'],
  ['甲\\  ', '甲\\'],
  ['[注：见[办法](乙.html)', '[注：见办法'],
])('%j of Markdown is %j', (typed, text) => expect(lines(typed)).toEqual([text]));

test.each(['1', '12', '123', '1,234', '12,345.6789', '1,234,567', '123,456.00'])(
  '%s is parted so',
  (typed) => {
    const { value, form } = amountOf(typed) ?? expect.fail(typed);
    expect(written(value, { ...form, grouped: true })).toBe(typed);
  },
);

test('long texts of what is imported and chosen', () => {
  const blanks = '\t'.repeat(200_000);
  expect(lines(`# 甲${blanks}乙`)).toEqual([`甲${blanks}乙`]);
  expect(lines('['.repeat(200_000))).toEqual(['['.repeat(200_000)]);
  expect(isAttachmentMark(`附件${blanks}甲`)).toBe(false);
  expect(isAttachmentList(`附件${blanks}甲`)).toBe(false);
  expect(withParties(`。（${'：'.repeat(200_000)}`).fields).toEqual([]);
  expect(() => pickedFrom(`1${blanks}甲`)).toThrow('--rows');
});
