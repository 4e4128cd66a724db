import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type OfficeCell, type OfficeSheet, officeTable } from './office-table.ts';
import { folder, pingan } from './run.ts';
import { converted, withTools } from './tools.ts';

const plan = `标题: '{{村名}}要点'
正文:
  - 甲: '{{计数}}村{{汇总 "户数(户)"}}，{{镇}}{{计数 镇}}村{{汇总 "户数(户)" 镇}}，{{汇总 "投入"}}，{{日期 开工 "M月"}}起'
`;
const towns = ['平安镇', '长宁镇', '安乐镇'];
const households = { value: 0, format: '#,##0"户"' };
const money = { value: 0, format: '0.00"万元"' };
const date = { value: 0, format: 'yyyy"年"m"月"d"日"' };

/** Ten villages a town; the i-th has 100 + i households, 0.1 × i of money, and begins in the (i mod 12 + 1)-th month. */
function thirty(): OfficeSheet {
  const rows: OfficeCell[][] = [
    ['2026年各村情况表', null, null, null, null, null],
    ['序号', '镇', '村名', '户数(户)', '投入', '开工'],
  ];
  const merges = ['A1:F1'];
  towns.forEach((town, at) => {
    const first = rows.length + 1;
    for (let index = 0; index < 10; index++) {
      const number = at * 10 + index;
      rows.push([
        number + 1,
        index === 0 ? town : null,
        `村${number + 1}`,
        { ...households, value: 100 + number },
        { ...money, value: number / 10 },
        { ...date, value: 46023 + 31 * (number % 12) },
      ]);
    }
    merges.push(`B${first}:B${first + 9}`);
    rows.push([null, '小计', null, 0, 0, null]);
  });
  rows.push(
    ['合计', null, null, 0, 0, null],
    ['注：本表由各村填报。', null, null, null, null, null],
    ['填表人：张三', null, '审核人：李四', null, null, null],
  );
  return { rows, merges };
}

async function made(table: Uint8Array, ...more: string[]) {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  writeFileSync(path.join(cwd, '村.xlsx'), table);
  const args = ['batch', '计划.yaml', '--data', '村.xlsx', '-o', '出', '-f', 'md', '--name', '{{村名}}'];
  const { code, err } = await pingan([...args, ...more], cwd);
  const body = (village: string) =>
    readFileSync(path.join(cwd, '出', `${village}.md`), 'utf8')
      .split('## 一、甲\n\n')[1]
      ?.split('\n')[0];
  return { code, err, body };
}

test('thirty villages reckoned by hand', async () => {
  const { code, err, body } = await made(officeTable(thirty()));
  // 30 × 100 + 0 + 1 + … + 29 = 3435; (0 + … + 29) ÷ 10 = 43.5; of 平安镇 10 × 100 + 45, of 安乐镇 10 × 100 + 245.
  expect(body('村1')).toBe('30村3,435户，平安镇10村1,045户，43.50万元，1月起');
  expect(body('村30')).toBe('30村3,435户，安乐镇10村1,245户，43.50万元，6月起');
  expect(code).toBe(0);
  expect(err).toContain('第 13、24、35、36 行（合计），第 37、38 行（说明）');
});

test('three traps among them: an error, a lost number and a hidden row', async () => {
  const sheet = thirty();
  const rows = sheet.rows.map((row) => [...row]);
  (rows[4] as OfficeCell[])[3] = { error: '#REF!' };
  (rows[9] as OfficeCell[])[4] = { value: 1.2e15, format: '0.00"万元"' };
  const { code, err, body } = await made(officeTable({ ...sheet, rows, hiddenRows: [26] }));
  // Without the villages 3, 8 and 22, which have 102, 107 and 121 households, 0.2, 0.7 and 2.1 of money.
  expect(body('村1')).toBe('27村3,105户，平安镇8村836户，40.50万元，1月起');
  expect(code).toBe(1);
  expect(err).toContain('第 5 行：“户数(户)”列“#REF!”：公式算出了错误 #REF!。');
  expect(err).toContain('第 10 行：“投入”列');
  expect(err).toContain('隐藏的、筛选掉的没有做：第 26 行');
  expect(err).toContain('共 29 行，生成 27，失败 2。');
});

withTools(['soffice'], 'a workbook of LibreOffice', () =>
  test('with a filter, a unit and a total', async () => {
    const cwd = folder();
    const cell = (text: string) =>
      `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
    const number = (value: number, style: string) =>
      `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${value}"/>`;
    const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;
    const fods = `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles><number:number-style style:name="N1"><number:number number:decimal-places="0" number:min-integer-digits="1" number:grouping="true"/><number:text>户</number:text></number:number-style><style:style style:name="h" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="各村">${[
      row(cell('村名') + cell('数')),
      row(cell('甲村') + number(1200, 'h')),
      row(cell('乙村') + number(35, 'h'), ' table:visibility="filter"'),
      row(cell('丙村') + number(40, 'h'), ' table:visibility="collapse"'),
      row(cell('丁村') + number(7, 'h')),
      row(cell('合计') + number(1282, 'h')),
    ].join('')}</table:table></office:spreadsheet></office:body></office:document>`;
    writeFileSync(path.join(cwd, '村.fods'), fods);
    converted('xlsx', cwd, '村.fods');
    writeFileSync(path.join(cwd, '计划.yaml'), `标题: 要点\n正文:\n  - 甲: '{{数}}/{{汇总 "数"}}'\n`);
    const args = ['batch', '计划.yaml', '--data', '村.xlsx', '-o', '出', '-f', 'md', '--name', '{{村名}}'];
    const { err } = await pingan(args, cwd);
    expect(readFileSync(path.join(cwd, '出/甲村.md'), 'utf8')).toContain('1,200户/1,207户');
    expect(err).toContain('第 3、4 行；要做就加 --include-hidden');
    expect(err).toContain('第 6 行（合计）');
  }),
);
