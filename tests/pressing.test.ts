import { expect, test } from 'vitest';
import { Printing } from '../src/batch/printing.ts';
import type { NumberedBlock } from '../src/document/block.ts';
import { marked, stencil } from '../src/document/stencil.ts';
import { blockPieces } from '../src/formats/pieces.ts';
import { together } from '../src/formats/together.ts';
import { profile } from '../src/page/profiles.ts';
import { job, names, same, shown } from './printing-job.ts';

async function pressed(source: string, values: readonly string[]) {
  const { work, counts } = job(source, ['村']);
  const printing = new Printing(work);
  for (const village of values) await same(printing, work, [village]);
  expect(counts).toEqual({ cut: names.length, pressed: names.length * (values.length - 2) });
  return printing;
}

const title = '{{村}}平安创建工作领导小组组成人员名单';

test.each([
  ['a title', `标题: '${title}'\n正文: 甲\n`],
  ['the title of an attachment', `标题: 题\n正文: 甲\n附件: [{标题: '${title}', 内容: 甲}]\n`],
  ['the title of a notice', `标题: 题\n印发通知: {标题: '${title}', 正文: 甲}\n正文: 甲\n`],
])('7.3.1: %s is broken by its own width', async (_, source) => {
  const long = '平安县石桥镇青坪社区';
  const printing = await pressed(source, ['柳溪村', '枫湾', long, '甲村']);
  const [word = Buffer.from('')] = (await printing.print([long], () => {})) ?? [];
  const titles = shown(word)
    .split('</w:p>')
    .map((paragraph) => paragraph.replaceAll('<w:br/>', '\n').replace(/<[^>]*>/g, ''));
  expect(titles).toContainEqual(
    expect.stringMatching(/平安县石桥镇青坪社区平安\n创建工作领导小组组成人员名单$/),
  );
});

test('7.3.5.5: a last paragraph is kept with the signature by its own length', () =>
  pressed(`标题: 题\n单位: 甲\n日期: 2026-3-5\n正文: 甲\n结语: '{{村}}${'文'.repeat(611)}'\n`, [
    '柳溪村',
    '枫湾',
    '松溪石桥村',
    '松溪石桥青坪村',
    '柳溪',
    '松溪石桥一村',
  ]));

test('7.3.5.5: a last paragraph has room on a page with the signature by its own length', () =>
  pressed(`标题: 题\n单位: 甲\n日期: 2026-3-5\n正文: 甲\n结语: '{{村}}${'文'.repeat(526)}'\n`, [
    '柳溪村',
    '枫湾',
    '松溪石桥村',
    '松溪石桥青坪村',
  ]));

test('10.3: who attended stands behind the label that is there', async () => {
  const source = "标题: 题\n出席: '{{村}}'\n正文: 甲\n";
  const label = { source: '::: 到会\n{{#each 出席}}{{this}}：在{{/each}}\n:::', path: '到会.hbs' };
  const { work, counts } = job(source, ['村'], {
    files: (files) => ({ ...files, partials: new Map(files.partials).set('到会', label) }),
  });
  const printing = new Printing(work);
  for (const village of ['甲村', '乙村', '丙：丁村', '戊村']) await same(printing, work, [village]);
  expect(counts.pressed).toBe(2 * names.length);
});

test('7.2.4: a mark that names a number of its own keeps it', async () => {
  const { work } = job("标题: 题\n单位: '第{{村}}厂'\n日期: 2026-3-5\n版式: {红头: 是}\n正文: 甲\n", ['村']);
  const [word = Buffer.from('')] = (await new Printing(work).print(['577'], () => {})) ?? [];
  expect(shown(word)).toContain('第577厂文件');
});

test('documents longer than any before, and shorter ones behind them', () =>
  pressed(`标题: 题\n正文: |\n  {{村}}\n\n  ${'平安'.repeat(9000)}\n\n  {{村}}{{村}}\n`, [
    '甲村',
    '乙村',
    `丙${'长'.repeat(40_000)}村`,
    '丁村',
    `戊${'&<'.repeat(20_000)}村`,
    '己村',
  ]));

test('a line break in a heading is part of it, whatever its character', async () => {
  const { work } = job("标题: 题\n正文: [{'{{村}}': 甲}]\n", ['村']);
  const [, markdown] = (await new Printing(work).print(['甲\u2028乙'], () => {})) ?? [];
  expect(new TextDecoder().decode(markdown)).toContain('## 一、甲乙\n');
});

test.each([
  ['at the start of a line', '{{村}}甲'],
  ['behind a digit', '1{{村}}. 甲'],
  ['behind a bracket', '（{{村}}）甲'],
  ['after one another', '{{村}}{{村}}.甲'],
  ['at the end of a line', '甲{{村}}'],
  ['in bold', '甲**{{村}}**乙**丙{{村}}**丁'],
  ['beside bold', '甲{{村}}**乙**{{村}}丙'],
  ['as the name of a character', '甲&{{村}};乙'],
  ['in a table', '| 甲 | {{村}} |\n  | --- | --- |\n  | {{村}} | 乙{{村}}丙 |'],
])('words that Markdown would take for something else, %s', async (_, text) => {
  const { work, counts } = job(`标题: '{{村}}题'\n正文: |\n  ${text}\n`, ['村']);
  const printing = new Printing(work);
  const words = [
    '1.',
    '12',
    '3)',
    '(4',
    '5月',
    '6.7',
    '#',
    '甲#',
    '乙*丙',
    '_丁',
    '戊`',
    '己|庚',
    '[辛]',
    '<壬',
    '~癸',
  ];
  const others = [
    'a.b',
    'amp',
    '%',
    '8%',
    '+9',
    '=10',
    '&amp',
    '+ 一',
    '二 ',
    '（三',
    '四）',
    '\\五',
    '①',
    '六',
  ];
  for (const word of [...words, ...others, ...words, ...others]) await same(printing, work, [word]);
  expect(counts.pressed).toBeGreaterThan(2 * names.length * 20);
});

test('a table is written once for all rows whose words are as long', () => {
  const cell = (text: string) => [{ text, bold: false }];
  const word = cell(marked(0, { first: true, last: true }));
  const table: NumberedBlock = {
    kind: 'table',
    headRows: 0,
    wide: false,
    columns: [cell('村')],
    rows: [[word]],
  };
  const { blocks } = stencil({ facts: { title: '', author: '' }, blocks: [table] });
  let written = 0;
  const pieces = blockPieces(blocks, profile(), ({ kind, ...laid }) => {
    written++;
    return 'rows' in laid
      ? laid.rows
          .flat(2)
          .map(({ text }) => text)
          .join('')
      : kind;
  });
  const press = together(pieces, (word) => word);
  const printed = ['甲村', '乙村', '丙家村', '丁村', '戊家村'].map((word) =>
    new TextDecoder().decode(press([word])),
  );
  expect(printed).toEqual(['甲村', '乙村', '丙家村', '丁村', '戊家村']);
  expect(written).toBe(2);
});
