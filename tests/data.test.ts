import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { isTable, table } from '../src/data/index.ts';
import type { Source } from '../src/data/source.ts';
import type { Table } from '../src/data/table.ts';
import { testCases } from './cases.ts';
import { folder } from './run.ts';
import { converted, withTools } from './tools.ts';

function source(name: string, content: string | Uint8Array): Source {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    name,
    kind: path.extname(name).slice(1),
    // In pieces, so that a character may be cut in two.
    async *bytes() {
      const size = bytes.length > 10_000 ? 4_097 : 7;
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

/** What is said of a table besides its columns. */
function said({ columns: _, unit: __, rows: ___, ...more }: Table): string[] {
  return Object.entries(more).flatMap(([name, value]) => {
    const of = JSON.stringify(value instanceof Map ? [...value] : value);
    return (name === 'namesakes' && of === '[]') || /^sheets?$/.test(name) ? [] : [`${name}: ${of}`];
  });
}

/** A table as lines: its columns, and every row with its number and what it is instead of data. */
async function read(
  name: string,
  content: string | Uint8Array,
  sheet?: string,
  all?: boolean,
): Promise<string[]> {
  const found = await table(source(name, content), sheet, all);
  const lines = [found.columns.join('|'), ...said(found)];
  for await (const { number, values, beneath = [], aside = '', fault, unnamed = [] } of found.rows()) {
    const shown = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
    const faults = [fault, ...beneath.map((each) => each?.fault)].flatMap((each) =>
      each ? [` ✘${each.message}${each.advice}`] : [],
    );
    const beyond = unnamed.map((letter) => ` ${letter}列没有列名`);
    lines.push(`${number}${aside}: ${shown.join('|')}${faults.join('')}${beyond.join('')}`);
  }
  return lines;
}

testCases('data/rows.txt', (given) =>
  read(given.startsWith('[') ? '村.json' : '村.csv', given)
    .catch((thrown: Error) => [thrown.message])
    .then((lines) => lines.join('\n')),
);

describe('csv', () => {
  const plain = '村名,户数\n柳溪村,0012\n';
  test.each<[string, string | Uint8Array]>([
    ['UTF-8', plain],
    ['UTF-8 with a byte order mark', `\uFEFF${plain}`],
    ['GBK as Excel in China saves it', iconv.encode(plain, 'gbk')],
    [
      'UTF-16 as Excel saves “Unicode text”',
      iconv.encode(plain.replaceAll(',', '\t'), 'utf16le', { addBOM: true }),
    ],
    ['CRLF', plain.replaceAll('\n', '\r\n')],
    ['tabs', plain.replaceAll(',', '\t')],
    ['semicolons', plain.replaceAll(',', ';')],
    ['blanks around', '\uFEFF 村名 ,　户数\n 柳溪村　,\u00A00012 \n'],
  ])('%s', async (_, content) => {
    expect(await read('村.csv', content)).toEqual(['村名|户数', '2: 柳溪村|0012']);
  });

  test('GB18030 whose first Chinese character comes late, and a village that GBK lacks', async () => {
    const rows = `${'a,1\n'.repeat(3000)}㙟村,2\n`;
    const lines = await read('村.csv', iconv.encode(`name,n\n${rows}`, 'gb18030'));
    expect(lines.at(-1)).toBe('3002: 㙟村|2');
  });

  test('quotes, commas and line breaks in cells; rows keep the numbers of their lines', async () => {
    const text = '村名,备注\n甲村,"一,二\n三""四"""\n\n,,\n乙村,好\n';
    expect(await read('村.csv', text)).toEqual(['村名|备注', '2: 甲村|一,二\n三"四"', '6: 乙村|好']);
  });

  test('a title above the names of the columns is left out', async () => {
    expect(await read('村.csv', '2026年各村情况表,,\n\n镇,村名,户数\n平安镇,甲村,1\n')).toEqual([
      '镇|村名|户数',
      '4: 平安镇|甲村|1',
    ]);
  });

  test('a title with two cells above five columns is one, and a single column has its name on top', async () => {
    expect(await read('村.csv', '情况表,2026,,,\n镇,村名,户数,人口,备注\n平安镇,甲村,1,2,\n')).toEqual([
      '镇|村名|户数|人口|备注',
      '3: 平安镇|甲村|1|2|',
    ]);
    expect(await read('村.csv', '村名\n甲村\n')).toEqual(['村名', '2: 甲村']);
  });

  test('columns without names and without cells are left out, blanks in names too', async () => {
    expect(await read('村.csv', '村 名,,,户　数,,\n甲村,,,1,,\n')).toEqual(['村名|||户数', '2: 甲村|||1']);
  });

  test.each([
    ['村名,备注,备注\n甲,乙,丙\n', '村名|备注（1）|备注（2）'],
    ['村名,备注,备注（1）,备注\n甲,乙,丙,丁\n', '村名|备注（2）|备注（1）|备注（3）'],
    ['村名,支书,支书.姓名\n甲,乙,丙\n', '村名|支书（1）|支书.姓名'],
  ])('columns of one name are told apart: %s', async (text, columns) => {
    expect((await read('村.csv', text))[0]).toBe(columns);
  });

  test('totals of records are told from villages', async () => {
    const records = [
      { 村名: '甲村', 人口: 3, 项目: ['路'] },
      { 村名: '乙村', 人口: 4 },
      { 村名: '合计', 人口: 7 },
      { 村名: '注：数据截至六月' },
      { 人口: '7' },
      {},
    ];
    const asides = (lines: string[]) => lines.flatMap((line) => /^\d+[^\d:]+/.exec(line) ?? []).join(' ');
    const told = '3合计 4说明 5合计 6空行';
    expect(asides(await read('村.json', JSON.stringify(records)))).toBe(told);
    const lines = records.map((each) => JSON.stringify(each)).join('\n');
    expect(asides(await read('村.jsonl', lines))).toBe(told);
    expect(asides(await read('村.yaml', lines.replaceAll(/^/gm, '- ')))).toBe(told);
  });

  test('a stroke in the name of a record parts nothing of its value', async () => {
    expect(await read('村.json', '[{"村名": "甲村", "人口/人": 5}]')).toEqual(['村名|人口.人', '1: 甲村|5']);
  });

  test('GBK that begins almost like UTF-16', async () => {
    const name = iconv.decode(Buffer.from([0x81, 0xfe]), 'gbk');
    expect(await read('村.csv', iconv.encode(`${name},乙\n一,二\n`, 'gbk'))).toEqual([
      `${name}|乙`,
      '2: 一|二',
    ]);
  });

  test.each([1, 2, 3])(
    'what goes wrong while a file is read for the %ith time is told as it is',
    async (good) => {
      let readings = 0;
      const broken: Source = {
        name: '村.csv',
        kind: 'csv',
        async *bytes() {
          yield Buffer.from('村名,户数\n');
          if (++readings === good) throw new RangeError('磁盘坏了');
          yield Buffer.from('甲村,1\n');
        },
      };
      await expect(table(broken, undefined)).rejects.toThrow('磁盘坏了');
    },
  );

  test.each<[string, string | Uint8Array, string]>([
    ['', '', '村.csv 是空的'],
    ['', '\n \n', '村.csv 是空的'],
    ['', '村名，户数\n甲，1\n', '列名之间用了全角的“，”'],
    ['', '支书..,村名\n甲,乙\n', '列名“支书..”里的点写得不对，写成“支书”。'],
    ['', '村名,户数\n甲,"1\n乙,2\n', '双引号没有配对'],
    ['', '村名,户数\n甲,1\n乙,"2\n', '村.csv 第2行以后：有一个双引号没有配对'],
    ['', '村名,户数\n甲"乙,1\n', '村.csv 第2行：双引号写得不对'],
    ['', '村名,户数\n甲,1\n"乙"丙,2\n', '村.csv 第3行：双引号写得不对'],
    ['', `村名,${'长'.repeat(201)}\n甲,1\n`, '第1行B列：列名超过 200 字，不像是列名。'],
    ['', '村名；户数\n甲；1\n', '列名之间用了全角的“；”'],
    ['a quote that is never closed ', `村名\n甲\n"${'乙'.repeat(1_000_001)}`, '第2行以后：一行超过一百万字'],
    ['', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1]), '不是文本；'],
    ['', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xff, 0xff, 0x80]), '不是文本；'],
  ])('%sis refused: %s', async (_, content, message) => {
    await expect(read('村.csv', content)).rejects.toThrow(message);
  });
});

describe('json and yaml', () => {
  const rows = ['支书.姓名|村名|组', '1: 高望舒|柳溪村|["一","二"]', '2: |石桥村|'];
  test('a list of records; names within names, long numbers and lists', async () => {
    const records =
      '[{"支书": {"姓名": "高望舒"}, "村名": " 柳溪村", "组": ["一", "二"]}, {"村名": "石桥村"}]';
    expect(await read('村.json', records)).toEqual(rows);
    expect(await read('村.json', `{"年": 2026, "村": ${records}}`)).toEqual(rows);
    expect(
      await read('村.json', '[{"证": 110101199001011234, "率": 1.10, "是": true, "否": false, "无": null}]'),
    ).toEqual(['证|率|是|否|无', '1: 110101199001011234|1.10|是|否|']);
    expect(
      await read('村.json', '[{"村 名": -5, "户数": 1e-7, "注": "\\"5\\" 6", "空": "", "号": 7}]'),
    ).toEqual(['村名|户数|注|空|号', '1: -5|1e-7|"5" 6||7']);
  });

  test('as many names as a table may have', async () => {
    const most = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`名${index}`, 1]));
    expect((await read('村.json', JSON.stringify([most])))[0]?.split('|')).toHaveLength(2000);
  });

  test('a record a line', async () => {
    expect(await read('村.jsonl', '{"村名": "甲"}\n\n{"户数": 1}\n')).toEqual([
      '村名|户数',
      '1: 甲|',
      '3: |1',
    ]);
    expect(await read('村.jsonl', '{"村名": "甲"}\n \n{"村名": "乙"}')).toEqual(['村名', '1: 甲', '3: 乙']);
  });

  test('YAML keeps what was written', async () => {
    expect(
      await read('村.yaml', '- 支书: {姓名: 高望舒}\n  村名: 柳溪村\n  组: [一, 二]\n- 村名: 石桥村\n'),
    ).toEqual(rows);
    expect(await read('村.yaml', '- 号: 001\n  日: 2026-01-05\n')).toEqual(['号|日', '1: 001|2026-01-05']);
  });

  test.each([
    ['村.json', '[{"村名": "甲",}]', '村.json:1:1'],
    ['村.jsonl', '{"村名": "甲"}\n{"村名": 乙}\n', '村.jsonl:2:'],
    ['村.json', '[{"村名": "甲"},\n {"村名": "乙",}]', '村.json:2:13 JSON 写得不对'],
    ['村.json', '[{"村名": "甲"},\n {"村名": "乙"},\n]', '村.json:3:1 JSON 写得不对'],
    ['村.json', '[{"村名": "甲"}', '村.json:1:1'],
    ['村.jsonl', '{"村名": "甲"}\n{"村名": "乙"\n', '村.jsonl:2:1'],
    ['村.json', Buffer.from([0x5b, 0, 1, 0x5d]), '村.json 不是文本'],
    ['村.jsonl', Buffer.from([0x7b, 0, 1, 0x7d]), '村.jsonl 不是文本'],
    ['村.json', `[${'['.repeat(99)}`, '村.json:1:1'],
    [
      '村.json',
      '[{"村名": "甲", "人": [{"名": 1}, {"名": 2}]},\n {"村名": "村名", "户": 1, "户" : 2}]',
      '村.json:2:23 “户”在一条里写了两次，不知道用哪一个；删去一个，或改名称。',
    ],
    ['村.jsonl', '{"村": {"名": "a:b", "\\u540d": 1}}', '村.jsonl:1:20 “名”在一条里写了两次'],
    [
      '村.json',
      `[{"村名": ${'['.repeat(98)}${']'.repeat(98)}}, {"村名": ${'['.repeat(99)}${']'.repeat(99)}}]`,
      '村.json:1:313 层次太深',
    ],
    [
      '村.json',
      JSON.stringify([Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`名${index}`, 1]))]),
      '村.json 第1条：各条的名称加起来超过2000个',
    ],
    [
      '村.json',
      JSON.stringify(Array.from({ length: 2000 }, (_, index) => ({ 人: [{ [`名${index}`]: 1 }] }))),
      '村.json 第2000条：各条的名称加起来超过2000个',
    ],
    ['村.jsonl', `{"村名": "${'甲'.repeat(1_000_000)}"}`, '村.jsonl 第1行超过一百万字'],
    ['村.json', 'null', '应是一列'],
    ['村.json', '[null]', '村.json 第1条：应是 {"名称": "值"}'],
    ['村.json', '[[1]]', '村.json 第1条：应是 {"名称": "值"}'],
    ['村.jsonl', '{"村名": "甲"}\n\n5\n', '村.jsonl 第3行：应是 {"名称": "值"}'],
    ['村.json', '{"甲": [], "乙": []}', '应是一列'],
    ['村.json', '[{"": "甲"}]', '里没有列名'],
    ['村.json', '"甲"', '应是一列'],
    ['村.json', '[1]', '村.json 第1条：应是 {"名称": "值"}'],
    ['村.json', '[]', '里没有数据'],
    ['村.yaml', '村名: 甲\n', '应是一列'],
    ['村.yaml', '- 甲\n', '村.yaml:1:3 应写成“- 名称: 值”'],
    [
      '村.yaml',
      '- 村名: 甲\n- 村名: *乙\n',
      '村.yaml:2:7 “*乙”以星号开头，YAML 把它当作引用。给整个值加上引号。',
    ],
    ['村.yaml', Buffer.from([0x2d, 0x20, 0]), '村.yaml 不是文本文件'],
    ['村.yaml', '[]', '里没有数据'],
    ['村.yaml', '', '村.yaml:1:1 应是一列'],
    ['村.yaml', '# 没有\n', '村.yaml:1:1 应是一列'],
    ['村.json', '', '村.json:1:1 JSON 写得不对：少了引号、逗号或括号，或者多了逗号。'],
    ['村.json', '{"甲": {"乙": []}}', '应是一列 [{"村名": "…"}, …]。'],
    ['村.json', '[{}]', '村.json 里没有数据；写成一列“名称: 值”。'],
    ['村.xls', '', '是旧格式的表格'],
    ['村.et', '', '是旧格式的表格'],
    ['村.pdf', '', '不认识 村.pdf'],
  ])('%s with %s is refused', async (name, content, message) => {
    await expect(read(name, content)).rejects.toThrow(message);
  });
});

test('only a workbook has sheets to choose', async () => {
  await expect(read('村.csv', '村名\n甲村\n', '1')).rejects.toThrow('--sheet 只用于 Excel 文件。');
});

test('a YAML file of more than 1 MB is refused before it is read', async () => {
  const bytes = async function* () {
    yield Buffer.alloc(1024 * 1024 + 1, '#');
  };
  await expect(table({ name: '村.yaml', kind: 'yaml', bytes }, undefined)).rejects.toThrow('超过 1 MB');
});

test('a table is known by the ending of its name', () => {
  const names = [
    '村.xlsx',
    '村.CSV',
    '村.a.json',
    '村.jsonl',
    '村.ndjson',
    '村.yml',
    '村.docx',
    'csv',
    '村.',
    '村.csv~',
  ];
  expect(names.filter(isTable)).toEqual(names.slice(0, 6));
});

test.each<[string, string, number, string]>([
  ['村.xlsx', '#', 100 * 1024 * 1024 + 1, '村.xlsx 超过 100 MB；存成 CSV。'],
  ['村.json', ' ', 10_000_001, '村.json 超过一千万字；存成 .jsonl 或 CSV。'],
  ['村.jsonl', ' ', 1_000_001, '村.jsonl 第1行超过一百万字。'],
])('%s that is too large is refused', async (name, character, size, message) => {
  const bytes = async function* () {
    const piece = Buffer.alloc(1_000_000, character);
    for (let left = size; left > 0; left -= piece.length) yield piece.subarray(0, left);
  };
  const kind = path.extname(name).slice(1);
  await expect(table({ name, kind, bytes }, undefined)).rejects.toThrow(message);
});

test('what is as large as may be is read', async () => {
  expect(await read('村.jsonl', `{"村名": "甲"}${' '.repeat(1_000_000 - 13)}`)).toEqual(['村名', '1: 甲']);
});

/** A workbook of hand-made parts: the cells of one sheet, its merges, shared texts and styles. */
function handmade(
  rows: string,
  more: {
    texts?: string;
    /** Number formats as they are written, or those that every program knows by number, from style 1 on. */
    formats?: readonly (string | number)[];
    merges?: string;
    cols?: string;
    date1904?: string;
    level?: 0;
  } = {},
) {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const styles = more.formats ?? [];
  const part = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`;
  return zipSync(
    {
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="${main}">${more.cols ?? ''}<sheetData>${rows}</sheetData>${more.merges ?? ''}</worksheet>`,
      ),
      'xl/worksheets/sheet2.xml': strToU8(
        `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>乙</x:t></x:is></x:c></x:row><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr date1904="${more.date1904 ?? '0'}"/><sheets><sheet name="隐藏" sheetId="3" state="hidden" r:id="r2"/><sheet name="各村" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${part('r1', 'worksheet', 'worksheets/sheet1.xml')}${part('r2', 'worksheet', '/xl/worksheets/sheet2.xml')}${part('r3', 'sharedStrings', 'sharedStrings.xml')}${part('r4', 'styles', 'styles.xml')}</Relationships>`,
      ),
      'xl/sharedStrings.xml': strToU8(`<sst xmlns="${main}">${more.texts ?? ''}</sst>`),
      'xl/styles.xml': strToU8(
        `<styleSheet xmlns="${main}"><numFmts>${styles.map((code, index) => (typeof code === 'string' ? `<numFmt numFmtId="${200 + index}" formatCode="${code}"/>` : '')).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.map((code, index) => `<xf numFmtId="${typeof code === 'string' ? 200 + index : code}"/>`).join('')}</cellXfs></styleSheet>`,
      ),
    },
    { level: more.level ?? 6 },
  );
}

/** A value and its format, or the number of one that every program knows, a line: how the sheet shows each. */
testCases('data/formats.txt', async (given) => {
  const lines = given.split('\n').map((line) => /^(\S+) (.*)$/.exec(line)?.slice(1) ?? []);
  const escaped = (text = '') =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  const cell = (value = '', row: number) =>
    Number.isNaN(Number(value))
      ? `<c r="B${row}" s="${row - 1}" t="str"><v>${escaped(value)}</v></c>`
      : `<c r="B${row}" s="${row - 1}"><v>${value}</v></c>`;
  const rows = lines.map(
    ([value], index) =>
      `<row r="${index + 2}"><c r="A${index + 2}" t="str"><v>第${index}村</v></c>${cell(value, index + 2)}</row>`,
  );
  const formats = lines.map(([, code = '']) => (/^№\d+$/.test(code) ? Number(code.slice(1)) : escaped(code)));
  const [, ...shown] = await read('村.xlsx', handmade(head + rows.join(''), { formats }));
  return shown
    .map((line, index) => `${lines[index]?.join(' ')} → ${line.replace(/^.*?村\|/, '')}`)
    .join('\n');
});

const head =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="B1" t="inlineStr"><is><t>乙</t></is></c></row>';
const two = (first: string, second = '<c r="B2"><v>1</v></c>') => `${head}<row r="2">${first}${second}</row>`;

describe('xlsx by hand', () => {
  test.each<[string, string, Parameters<typeof handmade>[1], string]>([
    [
      'rich text without its phonetic reading',
      '<c r="A2" t="s"><v>0</v></c>',
      {
        texts:
          ' <si> <r><t>柳</t></r> <r><t xml:space="preserve">溪 村</t></r> <rPh sb="0" eb="1"><t>liǔ</t></rPh></si>',
      },
      '柳溪 村',
    ],
    [
      'escaped characters',
      '<c r="A2" t="s"><v>0</v></c>',
      { texts: '<si><t>a_x000A_b &lt;&amp;</t></si>' },
      'a\nb <&',
    ],
    [
      'a text behind one that has its phonetic reading',
      '<c r="A2" t="s"><v>1</v></c>',
      { texts: '<si><t>柳</t><rPh><t>liǔ</t></rPh><t>溪</t></si><si><t>石</t><t>桥_x_x00e9_</t></si>' },
      '石桥_xé',
    ],
    [
      'a shared text in its format',
      '<c r="A2" t="s" s="1"><v>0</v></c><c r="C2" t="s" s="1"><v>1</v></c>',
      { texts: '<si><t>柳溪</t></si><si/>', formats: ['@&quot;村&quot;'] },
      '柳溪村',
    ],
    [
      'a text of the cell in its format',
      '<c r="A2" t="inlineStr" s="1"><is><t>柳_x6eaa_</t></is></c>',
      { formats: ['@&quot;村&quot;'] },
      '柳溪村',
    ],
    ['a formula’s text', '<c r="A2" t="str"><f>B2</f><v>柳溪</v></c>', {}, '柳溪'],
    ['a text in CDATA', '<c r="A2" t="inlineStr"><is><t>柳<![CDATA[<溪>]]></t></is></c>', {}, '柳<溪>'],
    ['yes and no', '<c r="A2" t="b"><v>1</v></c>', {}, '是'],
    ['a number without noise', '<c r="A2"><v>0.30000000000000004</v></c>', {}, '0.3'],
    ['a telephone number', '<c r="A2"><v>1.3800000001E10</v></c>', {}, '13800000001'],
    ['leading zeros of a format', '<c r="A2" s="1"><v>12</v></c>', { formats: ['000000'] }, '000012'],
    ['a share', '<c r="A2" s="1"><v>0.991489</v></c>', { formats: ['0.00%'] }, '99.15%'],
    ['thousands', '<c r="A2" s="1"><v>12345.6</v></c>', { formats: ['#,##0.0'] }, '12,345.6'],
    ['a unit in the format', '<c r="A2" s="1"><v>12</v></c>', { formats: ['0&quot;户&quot;'] }, '12户'],
    [
      'a date',
      '<c r="A2" s="1"><v>46086</v></c>',
      { formats: ['yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;'] },
      '2026-03-05',
    ],
    [
      'a date with its time',
      '<c r="A2" s="1"><v>46086.604167</v></c>',
      { formats: ['yyyy/m/d h:mm'] },
      '2026-03-05 14:30',
    ],
    [
      'a date counted from 1904',
      '<c r="A2" s="1"><v>44624</v></c>',
      { formats: ['yyyy-mm-dd'], date1904: '1' },
      '2026-03-05',
    ],
    [
      'a date counted from 1904, said otherwise',
      '<c r="A2" s="1"><v>44624</v></c>',
      { formats: ['yyyy-mm-dd'], date1904: 'true' },
      '2026-03-05',
    ],
    [
      'a date counted from 1900',
      '<c r="A2" s="1"><v>46086</v></c>',
      { formats: ['yyyy-mm-dd'], date1904: 'false' },
      '2026-03-05',
    ],
    ['a time alone', '<c r="A2" s="1"><v>0.604167</v></c>', { formats: ['h:mm'] }, '14:30'],
    [
      'a month alone',
      '<c r="A2" s="1"><v>46086</v></c>',
      { formats: ['m"月"'.replaceAll('"', '&quot;')] },
      '3月',
    ],
    ['a date as ISO 8601', '<c r="A2" t="d"><v>2026-03-05T00:00:00</v></c>', {}, '2026-03-05'],
    [
      'a date with its time as ISO 8601',
      '<c r="A2" t="d"><v>2026-03-05T14:30:00</v></c>',
      {},
      '2026-03-05 14:30:00',
    ],
    ['a text format', '<c r="A2" s="1"><v>0.30000000000000004</v></c>', { formats: ['@'] }, '0.3'],
    ['no format', '<c r="A2" s="1"><v>1234567890123</v></c>', { formats: ['GENERAL'] }, '1234567890123'],
    ['a style that isn’t there', '<c r="A2" s="9"><v>12</v></c>', {}, '12'],
    ['a large number', '<c r="A2"><v>-123456789012345</v></c>', {}, '-123456789012345'],
    ['a very small number', '<c r="A2"><v>0.0000001</v></c>', {}, '0.0000001'],
    ['a small number', '<c r="A2"><v>0.000001</v></c>', {}, '0.000001'],
    ['a formula with its number', '<c r="A2"><f>B2+1</f><v>2</v></c>', {}, '2'],
    ['no', '<c r="A2" t="b"><v>0</v></c>', {}, '否'],
    ['yes in a word', '<c r="A2" t="b"><v>true</v></c>', {}, '是'],
    ['a text that isn’t there', '<c r="A2" t="s"/><c r="C2" t="s"><v/></c>', {}, ''],
    ['blanks between elements', '<c r="A2">\n <v>5</v>\n </c>\n ', {}, '5'],
    [
      'a text in its cell, without its reading',
      '<c r="A2" t="inlineStr"><is> <r><t>柳</t></r> <rPh><t>liǔ</t></rPh> <r><t>溪_x0041_</t></r></is></c>',
      {},
      '柳溪A',
    ],
    ['cells without places', '<c><v>5</v></c>', {}, '5'],
  ])('%s', async (_, cell, more, text) => {
    expect(await read('村.xlsx', handmade(two(cell), more))).toEqual(['甲|乙', `2: ${text}|1`]);
  });

  test.each<[string, string, string[]]>([
    [
      'a formula that failed',
      '<c r="A2" t="e"><v>#N/A</v></c>',
      ['2: #N/A|1 ✘公式算出了错误 #N/A。在 Excel 里改好、保存以后再试。'],
    ],
    [
      'a formula without what it gives',
      '<c r="A2"><f>B2</f></c>',
      ['2: |1 ✘公式没有算出结果。在 Excel 里改好、保存以后再试。'],
    ],
    ['a formula that gives nothing', '<c r="A2" t="str"><f>B2</f><v></v></c>', ['2: |1']],
    [
      'a text that the file lacks',
      '<c r="A2" t="s"><v>3</v></c>',
      ['2: |1 ✘这一格的文字不在文件里，文件坏了。在 Excel 里改好、保存以后再试。'],
    ],
    ['a yes with blanks behind it', '<c r="A2" t="b"><v>1</v>\n </c>', ['2: 是|1']],
    ['a row far below', '</row><row r="1048576"><c r="A1048576"><v>7</v></c>', ['1048576: 7|1']],
  ])('%s', async (_, cell, lines) => {
    expect((await read('村.xlsx', handmade(two(cell)))).slice(1)).toEqual(lines);
  });

  test('columns and rows that nobody sees are left out, unless all is asked for', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
    const row = (number: number, more = '') =>
      `<row r="${number}" ${more}>${[...'ABCDE'].map((letter) => cell(`${letter}${number}`, `${letter}${number}`)).join('')}</row>`;
    const rows = [row(1), row(2), row(3, 'hidden="1"'), row(4, 'ht="0"'), row(5, 'ht="15"')].join('');
    const cols =
      '<cols><col min="2" max="3" hidden="true"/><col min="4" width="0"/><col min="16380" max="99999999" hidden="1"/><col min="5" max="5" width="9"/></cols>';
    const book = handmade(rows, { cols });
    expect(await read('村.xlsx', book)).toEqual([
      'A1||||E1',
      'hidden: ["B1","C1","D1"]',
      '2: A2||||E2',
      '3隐藏: A3||||E3',
      '4隐藏: A4||||E4',
      '5: A5||||E5',
    ]);
    expect((await read('村.xlsx', book, undefined, true)).slice(0, 3)).toEqual([
      'A1|B1|C1|D1|E1',
      '2: A2|B2|C2|D2|E2',
      '3: A3|B3|C3|D3|E3',
    ]);
  });

  test('names over names, merged on the sheet', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
    const merged = (...refs: string[]) =>
      `<mergeCells>${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const title = `<row r="1">${cell('A1', '各村情况')}</row>`;
    const upper = `<row r="2">${cell('A2', '镇')}${cell('B2', '人口')}${cell('D2', '户数')}</row>`;
    const lower = `<row r="3">${cell('B3', '男')}${cell('C3', '女')}${cell('D3', '总')}${cell('E3', '低保')}</row>`;
    const last = `<row r="4">${[...'ABCDE'].map((letter, index) => cell(`${letter}4`, `${index}`)).join('')}</row>`;
    const rows = title + upper + lower + last;
    expect(
      await read('村.xlsx', handmade(rows, { merges: merged('A1:E1', 'A2:A3', 'B2:C2', 'D2:E2') })),
    ).toEqual(['镇|人口.男|人口.女|户数.总|户数.低保', '4: 0|1|2|3|4']);
    expect(await read('村.xlsx', handmade(rows, { merges: merged('A1:E1', 'B2:C2', 'D2:E2') }))).toEqual([
      '镇|人口.男|人口.女|户数.总|户数.低保',
      '4: 0|1|2|3|4',
    ]);
  });

  test('cells that are one on the sheet tell what is a head', async () => {
    const row = (number: number, ...cells: string[]) =>
      `<row r="${number}">${cells.map((text, index) => (text === '' ? '' : `<c r="${'ABCDE'[index]}${number}" t="str"><v>${text}</v></c>`)).join('')}</row>`;
    const columns = async (merges: string[], ...rows: string[][]) => {
      const cells = rows.map((each, index) => row(index + 1, ...each)).join('');
      const merged = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
      return (await read('村.xlsx', handmade(cells, { merges: merged })))[0];
    };
    const data = ['东镇', '1', '2', '3', '4'];
    const inside = ['', '男', '女', '老', '少'];
    expect(await columns(['A1:A2'], ['镇', '人口'], inside, data)).toBe('镇|人口.男|人口.女|人口.老|人口.少');
    expect(await columns(['B1:E1'], ['镇', '人口'], inside, data)).toBe('镇|人口.男|人口.女|人口.老|人口.少');
    const names = ['镇', '村', '男', '女', '童'];
    expect(await columns(['A1:B1', 'C1:E1'], ['基本', '', '人口'], names, data)).toBe(
      '基本.镇|基本.村|人口.男|人口.女|人口.童',
    );
    expect(await columns(['A1:D1'], ['情况', '', '', '', '单位：户'], names, data)).toBe('镇|村|男|女|童');
    expect(await columns(['A1:A2'], ['', '情况'], ['', ...names.slice(1)], ['', '甲', '1', '2'])).toBe(
      '|村|男|女|童',
    );
    expect(await columns(['A2:A3'], ['情况', '单位：户'], names, ['', '甲', '1', '2', '3'])).toBe(
      '镇|村|男|女|童',
    );
  });

  test('a row is a total by the numbers that are stored, however they are rounded', async () => {
    const cell = (at: string, value: number) => `<c r="${at}" s="1"><v>${value}</v></c>`;
    const named = (row: number, name: string) => `<c r="A${row}" t="str"><v>${name}</v></c>`;
    const rows = `${head}<row r="2">${named(2, '甲村')}${cell('B2', 1.4)}</row><row r="3">${named(3, '乙村')}${cell('B3', 1.4)}</row><row r="4">${cell('B4', 2.8)}</row><row r="5">${named(5, '丙村')}${cell('B5', 7)}</row>`;
    expect(await read('村.xlsx', handmade(rows, { formats: ['0'] }))).toEqual([
      '甲|乙',
      '2: 甲村|1',
      '3: 乙村|1',
      '4合计: |3',
      '5: 丙村|7',
    ]);
  });

  test('formulas that go on below the last village, and a town above its villages by what is stored', async () => {
    const word = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
    const number = (at: string, value: number) => `<c r="${at}" s="1"><v>${value}</v></c>`;
    const row = (at: number, ...cells: string[]) => `<row r="${at}">${cells.join('')}</row>`;
    const name = row(1, word('A1', '村名'), word('B1', '户数'), word('C1', '率'));
    const one = (at: number, village: string, value: number) =>
      row(at, word(`A${at}`, village), number(`B${at}`, value), word(`C${at}`, '好'));
    const rest = [
      row(6, '<c r="B6"><f>A6</f></c>', word('C6', '0%')),
      row(7, '<c r="B7" t="e"><v>#N/A</v></c>'),
      row(8, '<c r="B8"><f>A8</f></c>', word('C8', '2%')),
      row(9, '<c r="B9" s="2"><v>14000000000</v></c>'),
    ];
    const rows = [one(2, '平安镇', 2.8), one(3, '甲村', 1.4), one(4, '乙村', 1.4), ...rest];
    expect(await read('村.xlsx', handmade([name, ...rows].join(''), { formats: ['0', '0.0E+0'] }))).toEqual([
      '村名|户数|率',
      '2合计: 平安镇|3|好',
      '3: 甲村|1|好',
      '4: 乙村|1|好',
      '6只有序号或合并的格: ||0% ✘公式没有算出结果。在 Excel 里改好、保存以后再试。',
      '7只有序号或合并的格: |#N/A| ✘公式算出了错误 #N/A。在 Excel 里改好、保存以后再试。',
      '8: ||2% ✘公式没有算出结果。在 Excel 里改好、保存以后再试。',
      '9只有序号或合并的格: |1.4E+10| ✘用科学记数法显示，看不出每一位。把这一列设成“数值”或“文本”格式，看看各位数字还在不在，不在的重新录入。',
    ]);
  });

  test('a column that nobody sees parts no tables', async () => {
    const word = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
    const lines = ['甲', '乙', '丙', '丁', '戊'].map((name, index) => {
      const at = index + 2;
      return `<row r="${at}">${word(`A${at}`, name)}${word(`B${at}`, '好')}${index < 2 ? word(`D${at}`, '有') : ''}</row>`;
    });
    const names = `<row r="1">${word('A1', '村名')}${word('B1', '评')}${word('D1', '注')}</row>`;
    const cols = '<cols><col min="3" max="3" hidden="1"/></cols>';
    const rows = names + lines.join('');
    expect((await read('村.xlsx', handmade(rows, { cols }))).slice(0, 2)).toEqual([
      '村名|评||注',
      '2: 甲|好||有',
    ]);
    expect((await read('村.xlsx', handmade(rows))).slice(0, 2)).toEqual(['村名|评', 'beside: ["注"]']);
    const first = '<cols><col min="1" max="1" hidden="1"/></cols>';
    expect((await read('村.xlsx', handmade(rows.replaceAll('A', 'E'), { cols: first })))[0]).toBe(
      '|评||注|村名',
    );
  });

  test('a merged name that begins in a row is a word of that row, and no sum', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
    const rows = `<row r="1">${cell('A1', '镇')}${cell('B1', '户数')}</row><row r="2">${cell('A2', '东镇')}${cell('B2', '1')}</row><row r="3">${cell('B3', '2')}</row><row r="4">${cell('A4', '西镇')}${cell('B4', '3')}</row><row r="5">${cell('B5', '4')}</row><row r="6">${cell('A6', '南镇')}${cell('B6', '5')}</row><row r="7">${cell('A7', '北镇')}${cell('B7', '15')}</row><row r="8"/>`;
    const merges = ['A2:A3', 'A4:A5', 'A7:A8'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    expect(await read('村.xlsx', handmade(rows, { merges: `<mergeCells>${merges}</mergeCells>` }))).toEqual([
      '镇|户数',
      '2: 东镇|1',
      '3: 东镇|2',
      '4: 西镇|3',
      '5: 西镇|4',
      '6: 南镇|5',
      '7: 北镇|15',
      '8只有序号或合并的格: 北镇|',
    ]);
  });

  test('a sheet larger than the pieces it is unpacked in, compressed or not', async () => {
    const names = Array.from({ length: 700 }, (_, index) => `村${'字'.repeat(index % 17)}${index}`);
    const rows = names.map(
      (name, index) =>
        `<row r="${index + 2}"><c r="A${index + 2}" t="str"><v>${name}</v></c><c r="B${index + 2}"><v>${index}</v></c></row>`,
    );
    const last = '<row r="702"><c r="A702" t="str"><v>末</v></c></row>';
    const merges = '<mergeCells count="1"><mergeCell ref="B700:B702"/></mergeCells>';
    const expected = names.map((name, index) => `${index + 2}: ${name}|${Math.min(index, 698)}`);
    for (const more of [{}, { level: 0 }] as const) {
      const book = handmade([head, ...rows, last].join(''), { merges, ...more });
      expect(await read('村.xlsx', book)).toEqual(['甲|乙', ...expected, '702: 末|698']);
    }
  });

  test('merged cells in columns far to the right, several of them, and those of one row', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="str"><v>${text}</v></c>`;
    const rows = `<row r="1">${cell('A1', '甲')}${cell('B1', '乙')}${cell('AB1', '丙')}</row><row r="2">${cell('A2', '一')}${cell('B2', '二')}${cell('AB2', '三')}</row><row r="3"/><row r="12">${cell('B12', '四')}</row>`;
    const merges =
      '<mergeCells><mergeCell ref="A2:A11"/><mergeCell ref="AB2:AB12"/><mergeCell ref="B2:C2"/><mergeCell ref="B12"/></mergeCells>';
    const lines = await read('村.xlsx', handmade(rows, { merges }));
    expect(lines.map((line) => line.replace(/\|{5,}/, '…'))).toEqual([
      '甲|乙…丙',
      '2: 一|二…三',
      '3只有序号或合并的格: 一…三',
      '12: |四…三',
    ]);
  });

  test('a workbook without shared texts and styles', async () => {
    const parts = unzipSync(handmade(two('<c r="A2"><v>5</v></c>')));
    for (const part of ['xl/sharedStrings.xml', 'xl/styles.xml']) delete parts[part];
    parts['xl/_rels/workbook.xml.rels'] = strToU8(
      '<Relationships><Relationship Id="r1" Type="a/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    );
    expect(await read('村.xlsx', zipSync(parts))).toEqual(['甲|乙', '2: 5|1']);
  });

  test('the first sheet that holds anything is taken', async () => {
    const bytes = await writeExcelFile([
      { data: [[{ value: ' ' }]], sheet: '空' },
      {
        data: [
          [{ value: '村名' }, { value: '户数' }],
          [{ value: '甲村' }, { value: 1 }],
        ],
        sheet: '各村',
      },
    ]).toBuffer();
    expect(await read('村.xlsx', bytes)).toEqual(['村名|户数', '2: 甲村|1']);
  });

  test('merged cells hold for all their rows; rows that aren’t there don’t count', async () => {
    const rows = `${head}<row r="3"><c r="A3" t="str"><v>平安镇</v></c><c r="B3"><v>1</v></c></row><row r="4"><c r="B4"><v>2</v></c></row><row r="5"><c r="A5"/><c r="B5"><v>5</v></c></row><row r="6"><c r="B6"><v>4</v></c></row>`;
    const merges = '<mergeCells count="1"><mergeCell ref="A3:A5"/></mergeCells>';
    expect(await read('村.xlsx', handmade(rows, { merges }))).toEqual([
      '甲|乙',
      '3: 平安镇|1',
      '4: 平安镇|2',
      '5: 平安镇|5',
      '6: |4',
    ]);
  });

  test('sheets by name, by number and by default the first that is shown', async () => {
    const book = handmade(two('<c r="A2"><v>5</v></c>'));
    expect(await read('村.xlsx', book)).toEqual(['甲|乙', '2: 5|1']);
    const { sheet } = await table(source('村.xlsx', book), '1');
    expect(sheet).toBe('隐藏');
    expect(await read('村.xlsx', book, '隐藏')).toEqual(['乙', '2: 7']);
    expect(await read('村.xlsx', book, '1')).toEqual(['乙', '2: 7']);
    await expect(read('村.xlsx', book, '没有')).rejects.toThrow('没有工作表“没有”；有：隐藏、各村。');
  });

  test.each<[string, Uint8Array, string]>([
    ['XML with entities of its own', handmade('<!DOCTYPE a [<!ENTITY b "c">]>'), '不是完好的 Excel 文件'],
    ['a part that is broken', handmade(two(''), { texts: '<si>' }), '不是完好的 Excel 文件'],
    ['an old or encrypted file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), '旧格式（.xls）或加了密码'],
    ['a file that was cut off', handmade(head).subarray(0, 300), '不是完好的 Excel 文件'],
    ['another zip', zipSync({ 'a.txt': strToU8('a') }), '不是 Excel 工作簿'],
    ['a text', Buffer.from('甲,乙'), '不是完好的 Excel 文件'],
  ])('%s is refused', async (_, bytes, message) => {
    await expect(read('村.xlsx', bytes)).rejects.toThrow(message);
  });
});

test('a workbook written by another library', async () => {
  const bytes = await writeExcelFile([
    [{ value: '2026年各村情况表', columnSpan: 4 }, null, null, null],
    ['镇', '村名', '成立日期', '编号'].map((value) => ({ value })),
    [
      { value: '平安镇', rowSpan: 2 },
      { value: '柳溪村' },
      { value: new Date(Date.UTC(1998, 4, 1)), type: Date, format: 'yyyy/mm/dd' },
      { value: 7, type: Number, format: '0000' },
    ],
    [null, { value: '石桥村' }, null, { value: '008' }],
  ]).toBuffer();
  expect(await read('村.xlsx', bytes)).toEqual([
    '镇|村名|成立日期|编号',
    '3: 平安镇|柳溪村|1998-05-01|0007',
    '4: 平安镇|石桥村||008',
  ]);
});

test('rows are counted as lines or as entries', async () => {
  const units = ['村.csv', '村.jsonl', '村.json', '村.yaml'].map(async (name) => {
    const text = name.endsWith('csv')
      ? '村名,户数\n甲,1\n'
      : name.endsWith('jsonl')
        ? '{"村名": "甲"}'
        : '[{"村名": "甲"}]';
    return (await table(source(name, text), undefined)).unit;
  });
  expect(await Promise.all(units)).toEqual(['行', '行', '条', '条']);
});

test('the example’s two tables are one', async () => {
  const [xlsx, csv] = ['xlsx', 'csv'].map((kind) => readFileSync(`examples/batch/villages.${kind}`));
  expect(await read('村.xlsx', xlsx ?? '')).toEqual(await read('村.csv', csv ?? ''));
});

withTools(['soffice'], 'xlsx by LibreOffice', () => {
  test('dates, merged cells, formulas, shares and leading zeros', async () => {
    const cwd = folder();
    const cell = (text: string, style = '', more = '') =>
      `<table:table-cell ${more} ${style && `table:style-name="${style}"`} office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
    writeFileSync(
      path.join(cwd, '村.fods'),
      `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:automatic-styles>
<number:percentage-style style:name="N1"><number:number number:decimal-places="1" number:min-decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style><style:style style:name="share" style:family="table-cell" style:data-style-name="N1"/>
<number:date-style style:name="N2"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text><number:day/><number:text>日</number:text></number:date-style><style:style style:name="date" style:family="table-cell" style:data-style-name="N2"/>
<number:number-style style:name="N3"><number:number number:decimal-places="0" number:min-integer-digits="6"/></number:number-style><style:style style:name="zeros" style:family="table-cell" style:data-style-name="N3"/>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name="各村">
${row(cell('各村情况表', '', 'table:number-columns-spanned="6" table:number-rows-spanned="1"'), '<table:covered-table-cell table:number-columns-repeated="5"/>')}
${row(...['镇', '村名', '日期', '比例', '编号', '合计'].map((name) => cell(name)))}
${row(cell('平安镇', '', 'table:number-columns-spanned="1" table:number-rows-spanned="2"'), cell('柳溪村'), '<table:table-cell table:style-name="date" office:value-type="date" office:date-value="2026-03-05"/>', '<table:table-cell table:style-name="share" office:value-type="percentage" office:value="0.9915"/>', '<table:table-cell table:style-name="zeros" office:value-type="float" office:value="12"/>', '<table:table-cell table:formula="of:=[.E3]*2" office:value-type="float" office:value="24"/>')}
${row('<table:covered-table-cell/>', cell('石桥村'), '<table:table-cell/>', '<table:table-cell/>', cell('001'), '<table:table-cell/>')}
</table:table></office:spreadsheet></office:body></office:document>`,
    );
    converted('xlsx', cwd, '村.fods');
    expect(await read('村.xlsx', readFileSync(path.join(cwd, '村.xlsx')))).toEqual([
      '镇|村名|日期|比例|编号|合计',
      '3: 平安镇|柳溪村|2026-03-05|99.2%|000012|24',
      '4: 平安镇|石桥村|||001|',
    ]);
  });
});
