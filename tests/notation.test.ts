import { expect, test } from 'vitest';
import { changed, encode } from '../src/notation/encode.ts';
import { parseYaml } from '../src/notation/yaml.ts';
import type { Node } from '../src/schema/node.ts';
import type { Problem } from '../src/schema/problem.ts';
import { testCases } from './cases.ts';

const keys = new Set(['标题', '单位', '正文', '内容']);
const read = (source: string) => {
  const problems: Problem[] = [];
  const node = parseYaml(
    source,
    (problem) => void problems.push(problem),
    (word) => keys.has(word),
  );
  return { node, problems };
};

/** Blanks that can't be told apart, made visible. */
const shown = (text: string) => text.replaceAll('\t', '→').replaceAll('\u3000', '□').replaceAll('\r', '␍');

/** What is said of a source: the lines with the place marked, the words, and the lines as they would be mended. */
function told(source: string): string {
  const { node, problems } = read(source);
  const said = problems.map(({ code, severity, start, end, message, advice, fix }) => {
    const from = source.lastIndexOf('\n', start - 1) + 1;
    const to = source.indexOf('\n', end) < 0 ? source.length : source.indexOf('\n', end);
    const marked = `${source.slice(from, start)}⟦${source.slice(start, end)}⟧${source.slice(end, to)}`;
    const edits = fix?.edits.map(
      (edit) =>
        `${fix.safe ? '改成' : '可改'} ${source.slice(from, edit.start)}${edit.text}${source.slice(edit.end, to)}`,
    );
    return [`${severity} ${code}`, marked, message, advice, ...(edits ?? [])].filter(Boolean).join('\n');
  });
  return shown([...said, node === undefined ? '（读不了）' : outline(node)].join('\n')).trimEnd();
}

/** What was read, in one line. */
function outline(node: Node): string {
  if (node.kind === 'scalar') return JSON.stringify(node.text);
  if (node.kind === 'list') return `${node.flow ? '' : '-'}[${node.items.map(outline).join(', ')}]`;
  if (node.kind === 'map')
    return `{${node.entries.map(({ key, value }) => `${key.text}: ${outline(value)}`).join(', ')}}`;
  return node.reported ? '空（已说明）' : '空';
}

const hidden: Record<string, string> = { '→': '\t', '□': '\u3000', '␍': '\r' };
testCases('notation/cases.txt', (given) => told(given.replace(/[→□␍]/g, (mark) => hidden[mark] ?? '')));

/** The file after a word of its only value was replaced. */
function mended(source: string, word: string, instead: string): string {
  const { node } = read(source);
  const scalar = node?.kind === 'map' ? node.entries[0]?.value : node;
  if (scalar?.kind !== 'scalar') throw new Error(source);
  const index = scalar.text.indexOf(word);
  const edits = [{ start: scalar.at(index), end: scalar.at(index + word.length), text: instead }];
  expect(changed(scalar, edits)).toBe(scalar.text.replace(word, () => instead));
  return encode(source, scalar, edits).reduceRight(
    (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    source,
  );
}

test.each([
  ['甲: 乙丙', '乙', '丁', '甲: 丁丙'],
  ["甲: '乙''丙'", '丙', "it's", "甲: '乙''it''s'"],
  ["甲: '乙''丙'", "'", '', "甲: '乙丙'"],
  ['甲: "乙\\t丙"', '丙', '"\\', '甲: "乙\\t\\"\\\\"'],
  ['甲: |\n  乙\n  丙', '丙', `'#: "`, `甲: |\n  乙\n  '#: "`],
  ['甲: >\n  乙\n  丙', '丙', '丁: ', '甲: >\n  乙\n  丁: '],
  // What a plain value can't say any longer is put in quotes.
  ['甲: 乙丙', '丙', ': 丁', "甲: '乙: 丁'"],
  ['甲: 乙丙', '丙', ':', "甲: '乙:'"],
  ['甲: 乙丙', '丙', ':丁', '甲: 乙:丁'],
  ['甲: 乙丙', '丙', ' #丁', "甲: '乙 #丁'"],
  ['甲: 乙丙', '丙', '#丁', '甲: 乙#丁'],
  ['甲: 乙丙', '丙', ',', "甲: '乙,'"],
  ['甲: 乙丙', '丙', '{', "甲: '乙{'"],
  ['甲: 乙丙', '丙', ' ', "甲: '乙 '"],
  ['甲: 乙丙', '乙', ' ', "甲: ' 丙'"],
  ['甲: 乙丙', '乙', '　', "甲: '　丙'"],
  ['甲: 乙', '乙', '', "甲: ''"],
  ['甲: 乙丙', '乙', "'", "甲: '''丙'"],
  ['甲: 乙丙', '乙', '-', "甲: '-丙'"],
  ["甲: it's 乙", '乙', '丁: ', "甲: 'it''s 丁: '"],
  ["甲: it's 乙", "it's", '- ', "甲: '-  乙'"],
  ["甲: a'b'乙", "b'", ' #', "甲: 'a'' #乙'"],
  ['甲: 乙丙', '丙', '-', '甲: 乙-'],
  ['甲: |-\n  乙丙', '丙', ': 丁', '甲: |-\n  乙: 丁'],
  ['甲: >-\n  乙丙', '丙', ' #丁', '甲: >-\n  乙 #丁'],
  // Lines can't be put in quotes as they stand.
  ['甲: >-\n  乙\n\n  丙', '丙', ': 丁', '甲: >-\n  乙\n\n  : 丁'],
  ['甲: 乙\n\n  丙', '丙', ': 丁', '甲: 乙\n\n  : 丁'],
])('%j with %j as %j', (source, word, instead, expected) =>
  expect(mended(source, word, instead)).toBe(expected),
);

/** For each character of a value what stands for it in the file. */
function pieces(source: string): string[] {
  const { node } = read(source);
  const scalar = node?.kind === 'map' ? node.entries[0]?.value : undefined;
  if (scalar?.kind !== 'scalar') throw new Error(source);
  expect([scalar.at(-5), scalar.at(scalar.text.length + 5)]).toEqual([
    scalar.at(0),
    scalar.at(scalar.text.length),
  ]);
  return [...scalar.text].map((character, index) => {
    const at = [...scalar.text].slice(0, index).join('').length;
    return `${character}=${source.slice(scalar.at(at), scalar.at(at + character.length))}`
      .replaceAll('\n', '↵')
      .replaceAll('\r', '␍');
  });
}

test.each([
  ['甲: 乙丙', ['乙=乙', '丙=丙']],
  ['甲: 乙\n   丙', ['乙=乙↵   ', '丙=丙']],
  ['甲: 乙 \n\n   丙', ['乙=乙 ', '↵=', '↵=↵↵   ', '丙=丙']],
  ['甲: 乙\r\n   丙', ['乙=乙␍↵   ', '丙=丙']],
  ['甲: a\n   b', ['a=a', ' =↵   ', 'b=b']],
  ["甲: '乙''丙'", ['乙=乙', "'=''", '丙=丙']],
  ["甲: '乙\n\n  丙'", ['乙=乙', '↵=', '↵=↵↵  ', '丙=丙']],
  [
    '甲: "乙\\"丙\\u4e00\\x41\\U00020000\\n"',
    ['乙=乙', '"=\\"', '丙=丙', '一=\\u4e00', 'A=\\x41', '𠀀=\\U00020000', '↵=\\n'],
  ],
  ['甲: "\\U00004e00乙"', ['一=\\U00004e00', '乙=乙']],
  ['甲: "乙\\\n   丙"', ['乙=乙\\↵   ', '丙=丙']],
  ['甲: "乙\\\r\n   丙"', ['乙=乙\\␍↵   ', '丙=丙']],
  ['甲: "乙 \n 丙"', ['乙=乙 ↵ ', '丙=丙']],
  ['甲: "乙\\\\\n 丙"', ['乙=乙', '\\=\\\\↵ ', '丙=丙']],
  ['甲: |\n  乙\n   丙\n\n  丁', ['乙=乙', '↵=↵  ', ' = ', '丙=丙', '↵=↵', '↵=↵  ', '丁=丁', '↵=']],
  ['甲: |\r\n  乙\r\n  丙\r\n', ['乙=乙', '↵=␍↵  ', '丙=丙', '↵=␍↵']],
  ['甲: |2\n    乙\n  丙', [' = ', ' = ', '乙=乙', '↵=↵  ', '丙=丙', '↵=']],
  ['- 甲: |-\n\n    乙\n', ['↵=↵    ', '乙=乙']],
  ['甲: >\n  乙\n  丙\n\n  丁\n', ['乙=乙↵  ', '丙=丙', '↵=', '↵=↵↵  ', '丁=丁', '↵=↵']],
  ['甲: >\n  乙\n    丙\n  丁', ['乙=乙', '↵=↵  ', ' = ', ' = ', '丙=丙', '↵=↵  ', '丁=丁', '↵=']],
  ['甲: > # 注释\n  乙\n', ['乙=乙', '↵=↵']],
])('the characters of %j stand where they were written', (source, expected) =>
  expect(pieces(source.replace(/^- /, ''))).toEqual(expected),
);
