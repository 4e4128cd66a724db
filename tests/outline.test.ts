import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Block, blocksOf } from '../src/outline/blocks.ts';
import { formOf, ordinalOf } from '../src/outline/ordinal.ts';
import { type Outline, outlineOf, type Refusal } from '../src/outline/outline.ts';

const cases = path.join('tests', 'outline');

/** How the levels are numbered, `1-2 一、 （一）` from the level that the text stands at, `*` behind those that count on. */
const usual = '一、 （一） 1. （1） ①';

/**
 * A case is a text, a line `@@@`, and what is made of it: every paragraph behind 段, rows behind 表, titles behind 题 and
 * numbered paragraphs behind 条, with their levels; what is refused stands below. A first line `编号：` names other forms.
 * UPDATE=1 writes them anew, to be read.
 */
test.each(readdirSync(cases))('%s', (name) => {
  const file = path.join(cases, name);
  const [given = '', expected = ''] = readFileSync(file, 'utf8').split('@@@\n');
  const [, forms = usual, text = given] = /^编号：(.*)\n([\s\S]*)$/.exec(given) ?? [];
  const made = shown(text, forms.split(' '));
  if (process.env['UPDATE']) writeFileSync(file, `${given}@@@\n${made}`);
  else expect(made).toBe(expected);
});

function shown(text: string, levels: readonly string[]): string {
  const refused: Refusal[] = [];
  const counting = {
    forms: levels.map((form) => formOf(form.replace('*', ''))),
    continuous: new Set(levels.flatMap((form, index) => (form.endsWith('*') ? [index + 1] : []))),
    counts: [],
  };
  const outline = outlineOf(
    blocksOf(text),
    { above: 0, asked: [] },
    {
      counting,
      refuse: (refusal) => void refused.push(refusal),
      isWhole: (piece) => !text.slice(piece.start, piece.end).includes('撕'),
    },
  );
  const lines = [
    ...linesOf(outline, text, 0),
    ...refused.map((each) => `! ${each.why} ${each.at.ordinal.text}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function linesOf({ lead, parts, level }: Outline, text: string, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const words = ({ start, end }: { start: number; end: number }) =>
    text.slice(start, end).replaceAll('\n', '⏎');
  const block = (each: Block) =>
    each.kind === 'rows'
      ? `表 ${each.rows.map(({ cells }) => cells.map(words).join('/')).join(' ')}`
      : `段 ${words(each)}`;
  return [
    ...lead.map((each) => indent + block(each)),
    ...parts.flatMap(({ head, titled, below }) => [
      `${indent}${titled ? '题' : '条'}${level} ${words({ start: head.start + head.ordinal.to, end: head.end })}`,
      ...linesOf(below, text, depth + 1),
    ]),
  ];
}

test.each([
  ['一、加强领导', '一、', 1, '加强领导'],
  ['十二、加强领导', '一、', 12, '加强领导'],
  ['一、　加强领导', '一、', 1, '加强领导'],
  ['一.加强领导', '一、', 1, '加强领导'],
  ['一、2025年工作回顾', '一、', 1, '2025年工作回顾'],
  ['（一）加强领导', '（一）', 1, '加强领导'],
  ['(二) 加强领导', '（一）', 2, '加强领导'],
  ['（三）、加强领导', '（一）', 3, '加强领导'],
  ['1.\t加强领导', '1.', 1, '加强领导'],
  ['１．加强领导', '1.', 1, '加强领导'],
  ['１２、加强领导', '1.', 12, '加强领导'],
  ['1.2026年工作打算', '1.', 1, '2026年工作打算'],
  ['（1）加强领导', '（1）', 1, '加强领导'],
  ['(12)加强领导', '（1）', 12, '加强领导'],
  ['1）加强领导', '1）', 1, '加强领导'],
  ['2) 加强领导', '1）', 2, '加强领导'],
  ['③加强领导', '①', 3, '加强领导'],
  ['㉒加强领导', '①', 22, '加强领导'],
  ['⑵加强领导', '（1）', 2, '加强领导'],
  ['⒊加强领导', '1.', 3, '加强领导'],
  ['㈣加强领导', '（一）', 4, '加强领导'],
  ['第三章　总则', '第一章', 3, '总则'],
  ['第一百零二条　各村应当', '第一条', 102, '各村应当'],
  ['第2条 各村应当', '第1条', 2, '各村应当'],
  ['Ⅱ、加强领导', 'Ⅰ.', 2, '加强领导'],
  ['B. 加强领导', 'A.', 2, '加强领导'],
  ['## （二）加强领导', '（一）', 2, '加强领导'],
  ['\0\0二、加强领导\0\0', '一、', 2, '加强领导\0\0'],
])('%j begins with a number', (line, form, value, rest) => {
  const ordinal = ordinalOf(line);
  expect(ordinal).toMatchObject({ form, value, weak: false, word: false });
  expect(line.slice(ordinal?.to)).toBe(rest);
});

test.each(['第一，要重视', '二是明确责任', '三要严格考核'])('%j begins with a word that counts', (line) => {
  expect(ordinalOf(line)).toMatchObject({ word: true, weak: false });
});

test.each([
  '一、二号矿',
  '三、四季度',
  '1、2号楼',
  '3.15活动',
  '（一）、（二）项',
  '（1）至（3）款',
  '第三条的规定',
  '二，要重视',
])('%j may begin with a number', (line) => {
  expect(ordinalOf(line)).toMatchObject({ weak: true });
});

test.each([
  '2026年',
  '（2026）年度',
  '（一）期工程',
  '①号楼',
  '12345',
  '一岗双责',
  '十项措施',
  '3至4个',
  'ABC',

  '二要素',
])('%j begins with no number', (line) => {
  expect(ordinalOf(line)).toBeUndefined();
});

test('the forms of 编号 are told by how they are typed', () => {
  expect(['一、', '（一）', '1.', '1、', '（1）', '①', '第一条　', '1）', '甲', '1', ''].map(formOf)).toEqual(
    [...['一、', '（一）', '1.', '1.', '（1）', '①', '第一条', '1）'], ...[undefined, undefined, undefined]],
  );
});
