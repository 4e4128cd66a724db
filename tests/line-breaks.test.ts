import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type NumberedBlock, plain, textsOf } from '../src/document/block.ts';
import { Settings } from '../src/lint/settings.ts';
import { parseYaml } from '../src/notation/yaml.ts';
import type { Node } from '../src/schema/node.ts';
import { fixed } from './lint.ts';
import { documentOf } from './made.ts';
import { folder, pingan } from './run.ts';

const words = (blocks: readonly NumberedBlock[]) =>
  textsOf(blocks)
    .map(plain)
    .filter((text) => text !== '');

describe('a value that was wrapped is joined as Chinese is', () => {
  const text = (source: string) => {
    const root = parseYaml(source, () => expect.fail(source));
    const value = (root as Node & { kind: 'map' }).entries[0]?.value;
    return value?.kind === 'scalar' ? value.text : undefined;
  };

  test.each<[notation: string, source: string, text: string]>([
    ['plain', '甲: 大力\n  推进', '大力推进'],
    ['plain, of Windows', '甲: 大力\r\n  推进\r\n', '大力推进'],
    ['single quotes', "甲: '大力\n  推进'", '大力推进'],
    ['double quotes', '甲: "大力\n  推进"', '大力推进'],
    ['folded', '甲: >-\n  大力\n  推进', '大力推进'],
    ['plain, over three lines', '甲: 平安镇\n  2026年\n  工作要点', '平安镇2026年工作要点'],
    ['with a mark at the end', '甲: 大力推进，\n  抓好落实', '大力推进，抓好落实'],
    ['with a digit on one side', '甲: 不少于\n  2次', '不少于2次'],
    ['with blanks at the end of a line', "甲: '大力  \n   推进'", '大力推进'],
    ['with words of other languages', '甲: 参照ISO\n  9001标准', '参照ISO 9001标准'],
    ['with blanks of its own', '甲: 张 三\n  李四', '张 三李四'],
    ['with a blank that was typed', '甲: "大力\\n推进\\x20\n  平安"', '大力\n推进 平安'],
    ['with a blank line: paragraphs', '甲: 大力\n\n  推进', '大力\n\n推进'],
    ['folded, with a blank line', '甲: >-\n  大力\n\n  推进', '大力\n\n推进'],
    ['folded, with lines that are indented', '甲: >-\n  大力\n    推进\n  平安', '大力\n  推进\n平安'],
    [
      'with a number in front of a line',
      '甲: 做好两件事：\n  1.排查。\n  2.整治。',
      '做好两件事：\n1.排查。\n2.整治。',
    ],
    ['with an indented paragraph', '甲: 大力推进。\n  　　抓好落实。', '大力推进。\n　　抓好落实。'],
  ])('%s', (_, source, expected) => {
    expect(text(source)).toBe(expected);
  });

  test('in titles, names, variables, cells and texts alike', () => {
    const { blocks, problems } = documentOf(
      `标题: 平安镇
  工作要点
单位: 平安镇
  人民政府
变量: {村名: 柳溪
  村}
主送: [各
  村]
日期: 2026-03-05
正文:
  - ? 大力
      推进
    : 抓好
      落实。在{{村名}}。
  - 标题: 名
      册
    表格: {列: [姓
      名, 职务], 行: [[张
      三, 镇
      长]]}
`,
    );
    expect(problems.map(({ code }) => code)).toEqual(['plan/names-over-lines', 'plan/names-over-lines']);
    expect(words(blocks)).toEqual([
      ...['平安镇工作要点', '各村：', '大力推进', '抓好落实。在柳溪村。', '名册'],
      ...['姓名', '职务', '张三', '镇长', '平安镇人民政府', '2026年3月5日'],
    ]);
  });

  test('and mended at the end of a line', () => {
    const source =
      '标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n正文:\n  - 排查: 每月排查,\n      每季整治,\n      全年无事故。\n';
    expect(fixed(source, new Settings())).toBe(source.replaceAll(',', '，'));
  });
});

describe('a line break in a value', () => {
  const source = (value: string) => `标题: '{{值}}工作要点'
单位: '{{值}}'
日期: 2026-03-05
变量: {值: ${JSON.stringify(value)}}
导语: 在{{值}}推进。
正文:
  - '{{值}}': '{{值}}'
  - 标题: 名册
    表格: {列: [姓名, 职务], 行: [['{{值}}', 镇长]]}
    牵头: '{{值}}'
`;
  const expected = [
    ...['平安镇柳溪村工作要点', '在平安镇', '柳溪村推进。', '平安镇柳溪村', '平安镇', '柳溪村', '名册'],
    ...[
      '姓名',
      '职务',
      '平安镇\n柳溪村',
      '镇长',
      '（牵头单位：平安镇柳溪村）',
      '平安镇柳溪村',
      '2026年3月5日',
    ],
  ];

  test.each([
    '平安镇\n柳溪村',
    '平安镇\r\n柳溪村',
    '平安镇\r柳溪村',
    '平安镇\v柳溪村',
    '平安镇\u2028柳溪村',
    ' 平安镇 \n 柳溪村\n',
  ])('%j begins a paragraph in a text, stays in a cell and is joined elsewhere', (value) => {
    const { blocks, problems } = documentOf(source(value));
    // A name may be several.
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['plan/names-over-lines']));
    expect(words(blocks).map((each) => each.replaceAll(/ ?\n ?/g, '\n'))).toEqual(expected);
  });

  test('so does one from the command line, and blank lines between are nothing', () => {
    const { blocks } = documentOf(source('甲'), { 值: '平安镇\n\n　\n柳溪村' });
    expect(words(blocks).slice(0, 6)).toEqual(expected.slice(0, 6));
  });

  test('what looks like a line break but is text stays text', () => {
    expect(words(documentOf(source('甲\\n乙')).blocks)[1]).toBe('在甲\\n乙推进。');
  });

  test('from a cell of a table, however many rows have their documents pressed', async () => {
    const cwd = folder();
    const rows = ['柳溪村', '东岭村', '"石桥村\n枫湾村"', '青坪村', '"甲村\n乙村\n丙村"'];
    writeFileSync(
      path.join(cwd, '村.csv'),
      `村,号\n${rows.map((row, index) => `${row},${index + 1}`).join('\n')}\n`,
    );
    writeFileSync(
      path.join(cwd, '计划.yaml'),
      "标题: '{{村}}工作要点'\n导语: 在{{村}}推进。\n正文: 排查{{村}}。\n",
    );
    const run = await pingan(
      ['batch', '计划.yaml', '--data', '村.csv', '-o', '出/', '-f', 'md,docx', '--name', '{{号}}'],
      cwd,
    );
    expect(run).toMatchObject({ code: 0 });
    const made = (name: string) => readFileSync(path.join(cwd, '出', name));
    const paragraphs = (number: number) => made(`${number}.md`).toString().split('\n\n').slice(0, -1);
    expect(paragraphs(2)).toEqual(['# 东岭村工作要点', '在东岭村推进。', '排查东岭村。']);
    expect(paragraphs(3)).toEqual([
      '# 石桥村枫湾村工作要点',
      '在石桥村',
      '枫湾村推进。',
      '排查石桥村',
      '枫湾村。',
    ]);
    expect(paragraphs(5)).toEqual([
      '# 甲村乙村丙村工作要点',
      '在甲村',
      '乙村',
      '丙村推进。',
      '排查甲村',
      '乙村',
      '丙村。',
    ]);
    // ECMA-376 17.3.3.1: a break is stretched where the text is justified.
    expect(strFromU8(unzipSync(made('5.docx'))['word/document.xml'] ?? new Uint8Array())).not.toContain(
      '<w:br/>',
    );
  });
});
