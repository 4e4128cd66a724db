import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { Join } from '../src/document/block.ts';
import { plain } from '../src/document/block.ts';
import { misjoined, printedRows } from '../src/document/merges.ts';
import { parse } from '../src/markup/parse.ts';
import { black, half, picture } from './picture.ts';
import { folder, pingan } from './run.ts';
import { call, converted, withTools } from './tools.ts';
import { validate } from './wordprocessingml/validate.ts';

/** The cells of a table, with how far they reach where that is more than one. */
function shown(markup: string): string[][] {
  const [table] = parse(markup);
  if (table?.kind !== 'table') return [];
  return printedRows(table).map((row) =>
    row.map(({ text, across, down }) => plain(text) + (across * down === 1 ? '' : `[${across}×${down}]`)),
  );
}

test('cells are one with the cell above (^) and with the cell on the left (<)', () => {
  expect(
    shown('::: 表格 表头=2\n| 村 | 上半年 | < |\n| ^ | 户 | 人 |\n| 甲 | 一 | 二 |\n| 乙 | 三 | < |\n:::'),
  ).toEqual([
    ['村[1×2]', '上半年[2×1]'],
    ['村[1×0]', '户', '人'],
    ['甲', '一', '二'],
    ['乙', '三[2×1]'],
  ]);
});

test('in a merged column equal cells are one, within those of the merged column on its left', () => {
  const table =
    '|^ 项目 |^ 牵头 | 任务 |\n|---|---|---|\n| 甲 | 所 | 1 |\n| 甲 | 所 | 2 |\n| 乙 | 所 | 3 |\n|  | 办 | 4 |\n|  | 办 | 5 |';
  expect(shown(table)).toEqual([
    ['项目', '牵头', '任务'],
    ['甲[1×2]', '所[1×2]', '1'],
    ['甲[1×0]', '所[1×0]', '2'],
    ['乙', '所', '3'],
    ['', '办', '4'],
    ['', '办', '5'],
  ]);
});

test('any pattern of joins that is accepted covers the table with rectangles, each cell once', () => {
  const join = fc.constantFrom<Join>('', '', '^', '<');
  fc.assert(
    fc.property(fc.array(fc.tuple(join, join, join, join), { minLength: 1, maxLength: 5 }), (joins) => {
      if (misjoined(joins, 0) !== undefined) return;
      const [columns = [], ...rows] = joins.map((row) => row.map(() => []));
      const printed = printedRows({ kind: 'table', columns, rows, headRows: 0, wide: false, joins });
      for (const row of printed) expect(row.reduce((sum, { across }) => sum + across, 0)).toBe(4);
      expect(printed.flat().reduce((sum, { across, down }) => sum + across * down, 0)).toBe(joins.length * 4);
    }),
    { numRuns: 2000 },
  );
});

test('a value never joins cells, and never makes a column a merged one', async () => {
  const input =
    '标题: 题\n变量: { 甲: "^", 乙: "<", 丙: "^ 项" }\n正文:\n  - 标题: 表\n    表格:\n      列: ["{{丙}}", 二]\n      行: [["一", 二], ["{{甲}}", "{{乙}}"]]\n';
  const { out } = await pingan(['gen', '-', '-f', 'md'], folder(), { input });
  expect(out).toContain('| ^ 项 | 二 |');
  expect(out).toContain('| ^ | \\< |');
});

const wide = (name: string) => `  - 标题: ${name}\n    表格: { 列: [甲, 乙], 行: [[一, 二]], 横排: 是 }\n`;
const kinds = async (plan: string) => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  expect(await pingan(['gen', '计划.yaml'], cwd)).toMatchObject({ code: 0 });
  const parts = unzipSync(readFileSync(path.join(cwd, '计划.docx')));
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  return [...xml.matchAll(/<w:pgSz [^>]*w:orient="(\w+)"/g)].map(([, orient]) => orient);
};

test('wide tables behind each other share a section; the page turns back for what follows', async () => {
  const plan = `标题: 题\n正文:\n  - 标题: 章\n    表格:\n      - { 列: [甲, 乙], 行: [[一, 二]], 横排: 是 }\n      - { 列: [甲, 乙], 行: [[一, 二]], 横排: 是 }\n`;
  expect(await kinds(plan)).toEqual(['portrait', 'landscape']);
  expect(await kinds(`${plan}结语: 完。\n`)).toEqual(['portrait', 'landscape', 'portrait']);
  expect(await kinds(`${plan}附件:\n${wide('一')}${wide('二')}`)).toEqual([
    'portrait',
    'landscape',
    'portrait',
    'landscape',
  ]);
});

test('columns are as wide as the shares say', async () => {
  const input =
    '标题: 题\n正文:\n  - 标题: 表\n    表格: { 列: [甲, 乙, 丙], 行: [[一, 二, 三]], 列宽: [1, 3, 2] }\n';
  const { out } = await pingan(['gen', '-', '-f', 'html'], folder(), { input });
  const widths = [...out.matchAll(/<col style="width:([\d.]+)%">/g)].map(([, width]) =>
    Math.round(Number(width)),
  );
  expect(widths).toEqual([17, 50, 33]);
});

withTools(['soffice', 'pdftoppm', 'pdfinfo', 'pdftotext'], 'tables on paper', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'pingan-table-'));
  const pdf = path.join(cwd, 'plan.pdf');

  beforeAll(async () => {
    const rows = Array.from(
      { length: 60 },
      (_, index) => `[项目${Math.floor(index / 20)}, 任务${index}, 镇]`,
    );
    const list = `表格: { 列: [项目, 任务, 牵头], 行: [${rows.join(', ')}], 合并: 项目, 横排: 是, 表注: 说明。 }`;
    writeFileSync(
      path.join(cwd, 'plan.yaml'),
      `标题: 题\n正文:\n  - 甲: 文。\n附件:\n  - 标题: 表\n    ${list}\n  - 标题: 单\n    内容: 文。\n`,
    );
    expect(await pingan(['gen', 'plan.yaml'], cwd)).toMatchObject({ code: 0 });
    converted('pdf', cwd, 'plan.docx');
  }, 180_000);

  const sizes = () =>
    [...call('pdfinfo', ['-f', '1', '-l', '99', pdf]).matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(
      ([, width, height]) => (Number(width) > Number(height) ? 'landscape' : 'portrait'),
    );

  test('GB/T 9704—2012 8: only the pages of the wide attachment lie across, and none is empty', () => {
    const pages = sizes();
    expect(pages.slice(0, 2)).toEqual(['portrait', 'landscape']);
    expect(pages.at(-1)).toBe('portrait');
    expect(pages.slice(1, -1).every((page) => page === 'landscape')).toBe(true);
    expect(pages.length).toBeGreaterThan(4);
    pages.forEach((_, index) => {
      expect(
        call('pdftotext', ['-f', `${index + 1}`, '-l', `${index + 1}`, pdf, '-']).replace(/[—\s\d]/g, ''),
      ).not.toBe('');
    });
  });

  test.each([
    ['odd', 3, 'right'],
    ['even', 2, 'left'],
  ])(
    'GB/T 9704—2012 8: the number of an %s page stands where it stands on an upright one',
    (_, page, side) => {
      // Seen with the left edge down: what stands 28 mm from that edge, above the lower margin of an upright page.
      const image = picture(pdf, page);
      const marks = image.columns(black).filter(({ to }) => to < 34);
      half((Math.min(...marks.map(({ from }) => from)) + Math.max(...marks.map(({ to }) => to))) / 2, 28);
      const [top, bottom] = [
        Math.min(...marks.map(({ left }) => left)),
        Math.max(...marks.map(({ right }) => right)),
      ];
      if (side === 'right') half(bottom, 210 - 26 - 4.9);
      else half(top, 28 + 4.9);
    },
  );

  test('the head is repeated on every page, and cells that are one end with their page', () => {
    for (const page of ['2', '3'])
      expect(call('pdftotext', ['-f', page, '-l', page, '-layout', pdf, '-'])).toMatch(/项目 +任务 +牵头/);
  });
});

test('a document with wide and joined tables is valid', async () => {
  const cwd = folder();
  expect(await pingan(['gen', path.resolve('examples/task-list.yaml'), '-o', 'a.docx'], cwd)).toMatchObject({
    code: 0,
  });
  expect(await validate(readFileSync(path.join(cwd, 'a.docx')))).toEqual([]);
});

/** A plan with an attachment that is one table of two rows. */
const attached = (columns: readonly string[], row: readonly string[], more = '') =>
  `标题: 题\n正文: 文。\n附件:\n  - 标题: 清单\n    表格: { 列: [${columns}], 行: [[${row}]]${more} }\n    结语: 以上各项由镇负责解释。\n抄送: 县\n`;
const main = async (input: string) =>
  new TextDecoder().decode(
    unzipSync((await pingan(['gen', '-', '-f', 'docx', '--force'], folder(), { input })).bytes)[
      'word/document.xml'
    ],
  );

test('GB/T 9704—2012 8: an attachment lies across to its end, and 版记 stands upright on a page of its own', async () => {
  const xml = await main(attached(['甲', '乙'], ['一', '二'], ', 横排: 是'));
  const [, across = '', foot = ''] = xml.split(/<w:sectPr.*?<\/w:sectPr>/s);
  expect([across.includes('以上各项'), foot.includes('抄送')]).toEqual([true, true]);
  // A floating table alone on a page goes back to the one before.
  expect(foot).toMatch(/^<\/w:pPr><\/w:p><w:p>.*?<\/w:p><w:tbl><w:tblPr><w:tblpPr /);
});

test.each([
  ['多', 14, true],
  ['不多', 8, false],
])('a table of so many columns that words have no room is better across: %s', async (_, count, wanted) => {
  const columns = Array.from({ length: count }, (_, index) => `重点工作${index}`);
  const input = attached(
    columns,
    columns.map((name) => `${name}的具体措施`),
  );
  const { err } = await pingan(['gen', '-', '-f', 'md', '--force'], folder(), { input });
  expect(/:4:9 提示 这张表的列太多/.test(err)).toBe(wanted);
});
