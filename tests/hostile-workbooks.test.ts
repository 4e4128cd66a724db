import { expect, test } from 'vitest';
import { table } from '../src/data/index.ts';
import { sheetOf } from '../src/data/sheets.ts';
import { workbook as opened } from '../src/data/workbook.ts';
import { UserError } from '../src/errors.ts';
import { type Parts, row, sheet, workbook } from './hostile-files.ts';

/** What a workbook holds as lines, or the sentence that refuses it. Anything else that is thrown is a fault of ours. */
async function read(bytes: Uint8Array, wanted?: string): Promise<string> {
  try {
    const source = {
      name: '村.xlsx',
      kind: 'xlsx',
      async *bytes() {
        yield bytes;
      },
    };
    const { columns, rows } = await table(source, wanted);
    const lines: string[] = [columns.join('|')];
    for await (const { values, beneath = [] } of rows())
      lines.push([...values, ...beneath.flatMap((each) => each?.fault?.message ?? [])].join('|'));
    return lines.join('\n');
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    return thrown.message;
  }
}

const part = (name: string) => (xml: string) => ({ [`xl/${name}`]: xml });
const one = part('worksheets/sheet1.xml');
const styles = part('styles.xml');
const texts = part('sharedStrings.xml');
const main = part('workbook.xml');
const related = part('_rels/workbook.xml.rels');

const whole = '不是完好的 Excel 文件（.xlsx）；在 Excel 里打开、另存一份再试。';
const broken = '以后坏了，读不下去；在 Excel 里打开、另存一份再试。';
const good = '村名|户数\n甲村|1';
const cell = (xml: string) => one(row(xml));
const styled = (format: string, id = '200') => ({
  ...styles(
    `<styleSheet><numFmts><numFmt numFmtId="${id}" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="${id}"/></cellXfs></styleSheet>`,
  ),
  ...cell('<c r="B2" s="0"><v>46086</v></c>'),
});
const malformed = [
  '',
  '<',
  '<a',
  '<a>',
  '<a></b>',
  '\u0000',
  '<!DOCTYPE a><a/>',
  '甲',
  '<a b=1/>',
  '<a>&nbsp;</a>',
];
const cases: [string, Parts, string][] = [
  ['nothing wrong', {}, good],
  ...malformed.flatMap((xml): [string, Parts, string][] => [
    [`a book ${JSON.stringify(xml)}`, main(xml), whole],
    [`relationships ${JSON.stringify(xml)}`, related(xml), whole],
    [`styles ${JSON.stringify(xml)}`, styles(xml), whole],
    [`texts ${JSON.stringify(xml)}`, texts(xml), whole],
    [`a sheet ${JSON.stringify(xml)}`, one(xml), whole],
  ]),
  ['no book', { 'xl/workbook.xml': undefined }, '不是 Excel 工作簿'],
  ['no relationships', { 'xl/_rels/workbook.xml.rels': undefined }, whole],
  ['no sheet', { 'xl/worksheets/sheet1.xml': undefined }, whole],
  ['no texts', { 'xl/sharedStrings.xml': undefined }, good],
  ['no styles', { 'xl/styles.xml': undefined }, good],
  ['no rows', one('<worksheet/>'), '是空的'],
  ['rows that stop', one(sheet('').replace('</sheetData></worksheet>', '')), broken],
  ['a text that isn’t there', cell('<c r="B2" t="s"><v>1</v></c>'), '甲村||这一格的文字不在文件里'],
  ['a text before the first', cell('<c r="B2" t="s"><v>-1</v></c>'), '甲村||这一格的文字不在文件里'],
  ['a text of no number', cell('<c r="B2" t="s"><v>x</v></c>'), '甲村||这一格的文字不在文件里'],
  ['a text by the name of a method', cell('<c r="B2" t="s"><v>length</v></c>'), '这一格的文字不在文件里'],
  ['a text without a number', cell('<c r="B2" t="s"><v/></c>'), '村名|户数\n甲村|'],
  ['a yes without a value', cell('<c r="B2" t="b"/>'), '村名|户数\n甲村|'],
  ['a number that is none', cell('<c r="B2"><v>一</v></c>'), '甲村|一|不是数，也没有这一天。'],
  ['NaN', cell('<c r="B2"><v>NaN</v></c>'), '甲村|NaN|不是数'],
  ['a number beyond all', cell('<c r="B2"><v>1e999</v></c>'), '甲村|1e999|不是数'],
  ['a kind of cell that isn’t known', cell('<c r="B2" t="x"><v>一</v></c>'), '甲村|一|不是数'],
  ['a style that isn’t there', cell('<c r="B2" s="-1"><v>1</v></c>'), good],
  ['a style of no number', cell('<c r="B2" s="x"><v>1</v></c>'), good],
  [
    'a day before all',
    { ...styled('yyyy-mm-dd'), ...cell('<c r="B2" s="0"><v>-1</v></c>') },
    '甲村|-1|不是数，也没有这一天。',
  ],
  [
    'a day after all',
    { ...styled('yyyy-mm-dd'), ...cell('<c r="B2" s="0"><v>2958466</v></c>') },
    '没有这一天',
  ],
  [
    'the last day',
    { ...styled('yyyy-mm-dd'), ...cell('<c r="B2" s="0"><v>2958465</v></c>') },
    '甲村|9999-12-31',
  ],
  ...[
    '[',
    '[$',
    '&quot;',
    '0;0;0;0;0;0',
    '\\',
    'yyyy[',
    '[h',
    '_',
    '*',
    '?/?',
    '# ?/0',
    'E+',
    '[&gt;',
    '0'.repeat(300),
  ].map((format): [string, Parts, string] => [`a format ${format.slice(0, 20)}`, styled(format), '甲村|']),
  ['a format without a number', styled('0', 'x'), '甲村|'],
  ['a column beyond the last', cell('<c r="XFE2"><v>1</v></c>'), broken],
  ['a column far beyond', cell('<c r="ZZZZZZ2"><v>1</v></c>'), broken],
  ['a column without a name', cell('<c r="2"><v>1</v></c>'), broken],
  ['the last column', cell('<c r="XFD2"><v>1</v></c>'), '甲村|'],
  ['a row beyond the last', one(sheet('<row r="1048577"/>')), broken],
  ['a row of no number', one(sheet('<row r="x"/>')), broken],
  ['a row before the first', one(sheet('<row r="-1"/>')), broken],
  ['a row between rows', one(sheet('<row r="1.5"/>')), broken],
  ['a row twice', one(sheet('<row r="1"/>')), broken],
  ['a merge beyond the last column', one(sheet('', '<mergeCell ref="ZZZZZZ2:ZZZZZZ3"/>')), broken],
  ['a merge beyond the last row', one(sheet('', '<mergeCell ref="A2:A1048577"/>')), broken],
  [
    'a merge of no cells',
    one(sheet('<row r="2"><c r="A2"><v>1</v></c></row>', '<mergeCell ref="x"/>')),
    '村名|户数\n1|',
  ],
  ['nested too deeply', one('<a>'.repeat(300)), '里面的内容嵌套超过 256 层'],
  ['a book nested too deeply', main('<a>'.repeat(300)), '里面的内容嵌套超过 256 层'],
  ['a tag that never ends', one(`<a b="${'c'.repeat(9_000_000)}`), '压缩得太紧'],
  ['more styles than memory', styles(`<a>${'<b/>'.repeat(1_100_000)}</a>`), '压缩得太紧'],
  [
    'sheets that are the same',
    main(`<a xmlns:r="r">${'<sheet name="村" r:id="r1"/>'.repeat(20_000)}</a>`),
    good,
  ],
];

test.each(cases)('%s', async (_, parts, message) => {
  expect(await read(workbook(parts))).toContain(message);
});

test('rows of cells that are far apart are refused by the blanks between them', async () => {
  const far = Array.from(
    { length: 1300 },
    (_, index) => `<row r="${index + 2}"><c r="XFD${index + 2}"><v>${index}</v></c></row>`,
  );
  const bytes = workbook(one(`<worksheet><sheetData>${far.join('')}</sheetData></worksheet>`));
  const { rows } = sheetOf(opened(bytes, '村.xlsx'), undefined);
  let last = 0;
  const through = async () => {
    for await (const { number } of rows()) last = number;
  };
  await expect(through()).rejects.toThrow(
    '村.xlsx 第1222行以前的空格子超过 20000000 个，不像是正常的表格；另存为 CSV 再试。',
  );
  expect(last).toBeGreaterThan(1000);
});

test('merged cells that lie far apart are refused as well', async () => {
  const merges = Array.from({ length: 16_384 }, () => '<mergeCell ref="XFD2:XFD1048576"/>').join('');
  const rows = Array.from(
    { length: 1300 },
    (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>1</v></c></row>`,
  );
  const first = rows[0]?.replace('</row>', '<c r="XFD2"><v>1</v></c></row>');
  expect(await read(workbook(one(sheet(`${first}${rows.slice(1).join('')}`, merges))))).toContain(
    '以前的空格子超过',
  );
});

test('whatever part is cut off or has a byte changed, a sentence says so or the rest is read', async () => {
  const bytes = workbook();
  for (let at = 0; at < bytes.length; at += 3) {
    expect(await read(bytes.subarray(0, at))).toMatch(/^村\.xlsx .*。$/);
    const changed = Uint8Array.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    expect(await read(changed)).toMatch(/^村\.xlsx .*。$|^村名\|户数\n甲村\|1$/s);
  }
});
