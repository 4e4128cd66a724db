import { describe, expect, test } from 'vitest';
import { Printing } from '../src/batch/printing.ts';
import type { Value } from '../src/data/table.ts';
import { read } from '../src/plan/read.ts';
import type { TemplateFiles } from '../src/template/compose.ts';
import { uses } from '../src/template/steering.ts';
import { job, names, same } from './printing-job.ts';

function used(texts: string) {
  const { plan } = read(`标题: 题\n${texts}`);
  if (!plan) throw new Error('no plan');
  return uses(plan);
}

test.each(['{{村}}', '{{./村}}', '{{this.村}}', '{{支书.姓名}}', '{{支书/姓名}}', '{{this/支书/姓名}}'])(
  '%s is printed by the name that a table knows',
  (text) => {
    const { names, steering } = used(`正文: '甲${text}'`);
    expect([...names]).toEqual([text.includes('支书') ? '支书.姓名' : '村']);
    expect(steering).toEqual(new Set());
  },
);

test.each([
  ["正文: '{{#if 村}}甲{{/if}}'", ['村']],
  ['正文: \'{{#if (等于 村 "甲")}}甲{{/if}}\'', ['村']],
  ["正文: '{{#each 村}}{{this}}{{/each}}'", ['村']],
  ["正文: '{{#with 村}}{{名}}{{/with}}'", ['村', '名']],
  ["正文: '{{汉字 村}}'", ['村']],
  ["日期: '2026-3-{{村}}'\n正文: 甲", ['村']],
  ["年度: '{{村}}'\n正文: 甲", ['村']],
  ["日期: 2026-3-5\n印发: {印发日期: '{{村}}'}\n正文: 甲", ['村']],
  ["单位: '{{村}}'\n正文: 甲", ['村']],
  ["署名: '{{村}}'\n正文: 甲", ['村']],
  ["单位: '{{村}}'\n日期: 2026-3-5\n正文: '{{单位}}'", []],
  ["单位: '{{村}}'\n日期: 2026-3-5\n正文: '{{#if (等于 单位 \"甲\")}}甲{{/if}}'", ['单位', '村']],
  ["正文: {表格: {列: ['{{村}}', 乙], 行: [[甲, 乙]]}}", []],
  ["正文: {表格: {列: ['{{村}}', 乙], 行: [['{{户}}', 乙]], 合并: [乙]}}", []],
  ["正文: {表格: {列: [甲, '{{村}}'], 行: [[甲, 乙]], 合并: ['{{户}}']}}", ['户']],
] as const)('%s is steered by %j', (texts, heads) => {
  expect(used(texts).steering).toEqual(new Set(heads));
});

test('whatever there is may be reached for', () => {
  expect(used("正文: '{{#with 村}}{{@root.户}}{{/with}}'").steering).toEqual(new Set(['村', '户']));
  expect(used("正文: '{{lookup @root 村}}'").steering).toBe(true);
});

const asking = (source: string) => (files: TemplateFiles) => ({
  ...files,
  partials: new Map(files.partials).set('章节', { source, path: '章节.hbs' }),
});

/** The third row would be printed after the second, if what it says weren't seen to steer. */
const cases: Record<
  string,
  [plan: string, rows: readonly (readonly Value[])[], files?: (files: TemplateFiles) => TemplateFiles]
> = {
  'a name by another road': [
    "正文: '甲{{./村}}{{this.村}}'",
    [
      ['一村', ''],
      ['二村', ''],
      ['三村', ''],
    ],
  ],
  'an entry of a list': [
    "正文: '{{村.[0]}}'",
    [
      [['一村'], ''],
      [['二村'], ''],
      [['三村'], ''],
    ],
  ],
  'the year': [
    "年度: '{{村}}'\n日期: 2026-3-5\n正文: '{{年度}}'",
    [
      ['1年', ''],
      ['2年', ''],
      ['3年', ''],
    ],
  ],
  'a signature that reads as a date': [
    "单位: '{{村}}'\n印章: 加盖印章\n正文: 甲",
    [
      ['8日', ''],
      ['9日', ''],
      ['2026年3月5日', ''],
    ],
  ],
  'a signature below which a condition has left no date': [
    "单位: '{{村}}'\n日期: '{{#if 户}}2026-3-5{{/if}}'\n印章: 加盖印章\n正文: 甲",
    [
      ['8日', ''],
      ['9日', ''],
      ['2026年3月5日', ''],
    ],
  ],
  'an issuer in a condition': [
    "单位: '{{村}}'\n日期: 2026-3-5\n正文: '甲{{#if (等于 单位 \"柳溪\")}}乙{{/if}}'",
    [
      ['石桥', ''],
      ['枫湾', ''],
      ['柳溪', ''],
    ],
  ],
  'the names of joined columns': [
    "正文: {表格: {列: ['{{村}}', '{{户}}'], 行: [[一, 二], [一, 二]], 合并: ['{{村}}']}}",
    [
      ['甲', '乙'],
      ['丙', '丁'],
      ['戊', '戊'],
    ],
  ],
  'the name of a joined column': [
    "正文: {表格: {列: ['{{村}}', 乙], 行: [[一, 二], [一, 二]], 合并: [丙]}}",
    [
      ['甲', ''],
      ['丁', ''],
      ['丙', ''],
    ],
  ],
  'a template that compares': [
    "正文: [{'{{村}}': 甲}]",
    [
      ['石桥', ''],
      ['枫湾', ''],
      ['柳溪', ''],
    ],
    asking('{{标题}}{{#if (等于 标题 "柳溪")}}甲{{/if}}'),
  ],
  'a template that counts': [
    "正文: [{'{{村}}': 甲}]",
    [
      ['1', ''],
      ['2', ''],
      ['3', ''],
    ],
    asking('第{{汉字 标题}}章'),
  ],
};

test.each(Object.entries(cases))('%s steers', async (_, [texts, rows, files]) => {
  const { work } = job(`标题: 题\n${texts}\n`, ['村', '户'], { ...(files && { files }) });
  const printing = new Printing(work);
  for (const values of rows) await same(printing, work, values);
});

describe('what steers shapes a document, and the other words are pressed all the same', () => {
  test.each([
    ["日期: '2026-3-{{户}}'", "'{{村}}'"],
    ["年度: '{{户}}'", "'{{村}}'"],
    ["日期: 2026-3-5\n印发: {印发机关: 甲, 印发日期: '2026-3-{{户}}'}", "'{{村}}'"],
    ["单位: '{{户}}'", "'{{村}}'"],
    ["署名: '{{户}}'", "'{{村}}'"],
    ['', "'{{#if 户}}{{村}}{{/if}}'"],
    ['', "{表格: {列: ['{{户}}', 乙], 行: [['{{村}}', 二]], 合并: ['{{户}}']}}"],
  ])('%s %s', async (texts, body) => {
    const { work, counts } = job(`标题: 题\n${texts}\n正文: ${body}\n`, ['村', '户']);
    const printing = new Printing(work);
    for (const village of ['石桥', '枫湾', '柳溪'])
      for (const other of ['5', '6']) await same(printing, work, [village, other]);
    expect(counts).toEqual({ cut: 2 * names.length, pressed: 2 * names.length });
  });
});
