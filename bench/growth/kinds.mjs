// Pathological texts by how many of something they hold. `plan` makes a plan of n, `data` a table of n (its bytes and kind).
import { strToU8, zipSync } from 'fflate';

const head = (title = '平安镇2026年平安创建工作要点') =>
  `标题: ${title}\n文种: 工作要点\n单位: 平安镇人民政府\n年度: 2026\n日期: 2026-03-05\n`;
const sections = (inner) => `${head()}正文:\n  - 深化平安建设:\n${inner}`;
const body = (text) => `${head()}正文:\n  - 深化平安建设: |\n      ${text}\n`;
const times = (n, each, between = '') => Array.from({ length: n }, (_, index) => each(index)).join(between);
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const han = (n) =>
  `${n < 10 ? '' : `${n < 20 ? '' : digits[Math.floor(n / 10)]}十`}${n % 10 === 0 ? '' : digits[n % 10]}`;
const words = [
  '推进',
  '平安',
  '建设',
  '网格',
  '矛盾',
  '纠纷',
  '排查',
  '化解',
  '治安',
  '防控',
  '《办法》',
  '和',
  '2026年',
];
const prose = (n) => times(n, (index) => words[(index * 7 + (index >> 3)) % words.length]);

/** One character over and over, as the text of a section. */
const characters = {
  Han: '平',
  ellipses: '…',
  letters: 'a',
  'capital letters': 'A',
  blanks: ' ',
  'full-width blanks': '\u3000',
  'straight quotes': '"',
  'single quotes': "'",
  'opening quotes': '“',
  'closing quotes': '”',
  digits: '1',
  'full-width digits': '１',
  'Chinese numerals': '一',
  brackets: '（',
  'half brackets': '(',
  'closing brackets': '）',
  'square brackets': '〔',
  'book marks': '《',
  'closing book marks': '》',
  dashes: '—',
  hyphens: '-',
  colons: '：',
  'half colons': ':',
  commas: '，',
  'half commas': ',',
  'dunhao marks': '、',
  stops: '。',
  points: '.',
  'percent signs': '%',
  asterisks: '*',
  'opening braces': '{',
  backslashes: '\\',
  bars: '|',
  hashes: '#',
  crosses: '×',
  slashes: '/',
  'at signs': '@',
  underscores: '_',
  tildes: '~',
  'circled numbers': '①',
  'number words': '第',
  'invisible characters': '\u200b',
  'joined emoji': '👨‍👩‍👧',
};

/** A few characters over and over. */
const runs = {
  'pairs of quotes': '“甲”',
  'pairs of half quotes': '"甲"',
  'pairs of brackets': '（甲）',
  'book titles': '《甲》',
  'numbers and commas': '1，',
  'digits and points': '1.',
  'times of day': '1:',
  years: '2026年',
  days: '3月5日',
  percentages: '5%、',
  shares: '其中5个，',
  sums: '共5个，其中甲3个、乙2个。',
  ranges: '3-5个',
  'letters and digits': 'A1',
  addresses: 'a.b@',
  'web addresses': 'www.',
  clauses: '切实加强，',
  sentences: '切实加强。',
  lines: '切实加强\n      ',
  paragraphs: '切实加强。\n\n      ',
  'Windows lines': '切实加强。\r\n      ',
  'fields in text': '标题：甲\n      ',
  bold: '**甲**',
  'table rows': '| 甲 | 乙 |\n      ',
  'rows by tabs': '甲\t乙\n      ',
  references: '第一条',
  'document numbers': '平政发〔2026〕1号',
  institutions: '综治办、',
  abbreviations: '综治中心（以下简称中心）',
  laws: '《治安管理处罚法》第一条、',
  amounts: '5万元',
  rates: '增长5%，达到10%，',
  redactions: '××',
  placeholders: '某某',
  conditions: '{{#if 村名}}甲{{/if}}',
  'found and fixed': '查出隐患5处，整改3处。',
  'goals in text': '达到95%以上，',
  telephones: '0000-8000000，',
};

const plans = {
  'one line of prose': (n) => body(prose(n)),
  '一是…二是…': (n) => body(times(n, (index) => `${han((index % 99) + 1)}是切实加强。`)),
  'lists of 一是 paragraphs': (n) =>
    body(times(n, (index) => `${han((index % 99) + 1)}是切实加强。`, '\n      ')),
  'lines without an end': (n) => body(times(n, (index) => `排查${index}`, '\n\n      ')),
  'lines with an end but one': (n) => body(`${times(n, () => '切实加强。', '\n\n      ')}切实加强`),
  'numbered lines': (n) => body(times(n, (index) => `${han((index % 99) + 1)}、切实加强。`, '\n      ')),
  'lines numbered 1.': (n) => body(times(n, (index) => `${index + 1}.切实加强。`, '\n      ')),
  'lines numbered （一）': (n) =>
    body(times(n, (index) => `（${han((index % 99) + 1)}）切实加强。`, '\n      ')),
  years: (n) => body('2026年排查，2026年底前整改'.repeat(n)),
  'entries with years': (n) => sections(times(n, () => '      - 2026年底前整改。\n')),
  'nested book titles': (n) => body(`${'《'.repeat(n)}${'》'.repeat(n)}`),
  'nested brackets': (n) => body(`${'（'.repeat(n)}${'）'.repeat(n)}`),
  'nested quotes': (n) => body(`${'“'.repeat(n)}${'”'.repeat(n)}`),
  'book titles under comments': (n) =>
    `${head()}正文:\n  - 深化平安建设:\n${times(n, () => `      # pingan-disable-line punct/unpaired -- 甲\n      - 《甲《乙》》\n`)}`,
  'book titles under comments that last': (n) =>
    `${head()}正文:\n  - 深化平安建设:\n${times(n, () => `      # pingan-disable punct/unpaired -- 甲\n      - 《甲《乙》》\n`)}`,
  'book titles with comments': (n) => sections(times(n, () => '      - 《甲《乙》 # 甲\n')),
  entries: (n) => sections(times(n, (index) => `      - 第${index}条的内容，切实加强。\n`)),
  'titled entries': (n) => sections(times(n, (index) => `      - 抓好工作${index}: 切实加强。\n`)),
  'equal titles': (n) => sections(times(n, () => '      - 抓好工作: 切实加强。\n')),
  'equal paragraphs': (n) =>
    sections(times(n, () => '      - 坚持预防为主、标本兼治，推进平安建设落到实处见到成效。\n')),
  sections: (n) => `${head()}正文:\n${times(n, (index) => `  - 第${index}项工作: 切实加强。\n`)}`,
  'long document title': (n) => `${head(prose(n))}正文:\n  - 深化平安建设: 切实加强。\n`,
  'long title of Han': (n) => `${head('平'.repeat(n))}正文:\n  - 深化平安建设: 切实加强。\n`,
  'title of straight quotes': (n) => `${head(quoted('"'.repeat(n)))}正文:\n  - 深化平安建设: 切实加强。\n`,
  'title of digits': (n) => `${head(quoted('1'.repeat(n)))}正文:\n  - 深化平安建设: 切实加强。\n`,
  'title of brackets': (n) => `${head(quoted('（'.repeat(n)))}正文:\n  - 深化平安建设: 切实加强。\n`,
  'long section title': (n) => `${head()}正文:\n  - 标题: ${prose(n)}\n    内容: 切实加强。\n`,
  'long attachment title': (n) =>
    `${head()}正文:\n  - 深化平安建设: 切实加强。\n附件:\n  - 标题: ${prose(n)}\n    内容: 切实加强。\n`,
  'long title in a variable': (n) =>
    `${head("'{{名}}'")}变量:\n  名: ${prose(n)}\n正文:\n  - 深化平安建设: 切实加强。\n`,
  'long subtitle': (n) => `${head()}副标题: ${prose(n)}\n正文:\n  - 深化平安建设: 切实加强。\n`,
  'long recipients': (n) =>
    `${head()}主送: [${times(n, (index) => `第${index}村`, ', ')}]\n正文:\n  - 深化平安建设: 切实加强。\n`,
  'one long recipient': (n) =>
    `${head()}主送: ${times(n, (index) => `第${index}村`, '、')}\n正文:\n  - 深化平安建设: 切实加强。\n`,
  issuers: (n) =>
    `${head().replace('平安镇人民政府', `[${times(n, (index) => `第${index}局`, ', ')}]`)}正文:\n  - 深化平安建设: 切实加强。\n`,
  'long issuer': (n) =>
    `${head().replace('平安镇人民政府', '平'.repeat(n))}正文:\n  - 深化平安建设: 切实加强。\n`,
  attachments: (n) =>
    `${head()}正文:\n  - 深化平安建设: 切实加强。\n附件:\n${times(n, (index) => `  - 附件${index}的名称\n`)}`,
  members: (n) =>
    `${head()}组织机构:\n  名称: 领导小组\n  组长: 镇长\n  成员:\n${times(n, (index) => `    - 单位${index}\n`)}`,
  'members with posts': (n) =>
    `${head()}组织机构:\n  名称: 领导小组\n  组长: 镇长\n  成员:\n${times(n, (index) => `    - {姓名: 张三${index}, 职务: 主任}\n`)}`,
  'equal members': (n) =>
    `${head()}组织机构:\n  名称: 领导小组\n  组长: 镇长\n  成员: [${times(n, () => '张三', ', ')}]\n`,
  groups: (n) =>
    `${head()}正文:\n${times(n, (index) => `  - 第${index}组:\n      组长: 镇长\n      成员: [综治办, 司法所]\n`)}`,
  goals: (n) =>
    `${head()}工作目标:\n${times(n, (index) => `  - {指标: 指标${index}, 值: 达到9${index % 10}%以上, 期限: 2026年12月底, 责任: 派出所}\n`)}`,
  'equal goals': (n) =>
    `${head()}工作目标:\n${times(n, () => '  - {指标: 发案数, 值: 下降5%, 期限: 2026年12月底, 责任: 派出所}\n')}`,
  tasks: (n) =>
    `${head()}主要任务:\n${times(n, (index) => `  - {名称: 任务${index}, 措施: 切实加强。, 牵头: 单位${index}, 时限: 2026年9月底前}\n`)}`,
  'tasks and their list': (n) =>
    `${head()}主要任务:\n  任务:\n${times(n, (index) => `    - {名称: 任务${index}, 措施: 切实加强。, 牵头: 综治办, 时限: 2026年9月底前}\n`)}  表格: {来源: 任务}\n`,
  'goals and tasks': (n) =>
    `${head()}工作目标:\n${times(n, (index) => `  - {指标: 指标${index}, 值: 达到95%, 期限: 2026年12月底, 责任: 单位${index}}\n`)}主要任务:\n${times(n, (index) => `  - {名称: 任务${index}, 措施: 抓好指标${index}。, 牵头: 单位${index}, 时限: 2026年9月底前}\n`)}`,
  'units of one task': (n) =>
    `${head()}主要任务:\n  - 名称: 任务\n    措施: 切实加强。\n    牵头: [${times(n, (index) => `单位${index}`, ', ')}]\n`,
  steps: (n) =>
    `${head()}实施步骤:\n${times(n, (index) => `  - {阶段: 第${index}阶段, 时间: 2026年3月, 内容: 切实加强。}\n`)}`,
  sources: (n) =>
    `${head()}实施依据:\n${times(n, (index) => `  - {发文: 县委, 文件: 办法${index}, 文号: 平发〔2026〕${index}号}\n`)}`,
  points: (n) =>
    `${head()}主要任务:\n  - 标题: 抓好整治\n    分述:\n${times(n, (index) => `      - 加强整治${index}。\n`)}`,
  'rows of a table': (n) =>
    `${head()}正文:\n  - 标题: 任务表\n    表格:\n      列: [甲, 乙, 丙]\n      行:\n${times(n, (index) => `        - [甲${index}, 乙, 丙]\n`)}`,
  'rows of a Markdown table': (n) =>
    `${head()}正文:\n  - 标题: 任务表\n    表格: |\n      | 甲 | 乙 |\n      |---|---|\n${times(n, (index) => `      | 甲${index} | 乙 |\n`)}`,
  'columns of a table': (n) =>
    `${head()}正文:\n  - 标题: 任务表\n    表格:\n      列: [${times(n, (index) => `列${index}`, ', ')}]\n      行:\n        - [${times(n, (index) => `甲${index}`, ', ')}]\n`,
  'merged cells': (n) =>
    `${head()}正文:\n  - 标题: 任务表\n    表格:\n      列: [甲, 乙]\n      行:\n${times(n, () => '        - [同上, 同左]\n')}`,
  'a long cell': (n) =>
    `${head()}正文:\n  - 标题: 任务表\n    表格:\n      列: [甲, 乙]\n      行:\n        - [${prose(n)}, 乙]\n`,
  tables: (n) =>
    `${head()}正文:\n${times(n, (index) => `  - 标题: 表${index}\n    表格: {列: [甲], 行: [[乙]]}\n`)}`,
  variables: (n) =>
    `${head()}变量:\n${times(n, (index) => `  变量${index}: 值\n`)}正文:\n  - 深化平安建设: 切实加强。\n`,
  'uses of variables': (n) =>
    `${head()}变量:\n${times(n, (index) => `  变量${index}: 值\n`)}正文:\n  - 深化平安建设: ${quoted(times(n, (index) => `{{变量${index}}}`))}\n`,
  'variables without values': (n) =>
    `${head()}正文:\n  - 深化平安建设: ${quoted(times(n, (index) => `{{变量${index}}}`))}\n`,
  'lines of variables without values': (n) =>
    `${head()}正文:\n${times(n, (index) => `  - 第${index}项: '{{变量${index}}}'\n`)}`,
  'one variable over and over': (n) =>
    `${head()}变量: {村名: 柳溪村}\n正文:\n  - 深化平安建设: ${quoted('{{村名}}'.repeat(n))}\n`,
  'variables after quotes': (n) =>
    `${head()}变量: {村名: 柳溪村}\n正文:\n  - 深化平安建设: ${quoted(`{${'"'.repeat(n)}…{{村名}}`)}\n`,
  'conditions one in another': (n) =>
    `${head()}变量: {村名: 柳溪村}\n正文:\n  - 深化平安建设: ${quoted(`${'{{#if 村名}}'.repeat(Math.min(n, 40))}甲${'{{/if}}'.repeat(Math.min(n, 40))}${'乙'.repeat(n)}`)}\n`,
  'unknown keys': (n) => `${head()}${times(n, (index) => `不认识的键${index}: 甲\n`)}`,
  'unknown keys deep inside': (n) =>
    `${head()}主要任务:\n${times(n, (index) => `  - {名称: 甲, 措施: 切实加强。, 不认识${index}: 乙}\n`)}`,
  'duplicate keys': (n) => `${head()}${'标题: 甲\n'.repeat(n)}`,
  'duplicate keys of entries': (n) => sections(times(n, () => '      - {标题: 甲, 标题: 乙}\n')),
  'duplicate variables': (n) => `${head()}变量:\n${'  村名: 柳溪村\n'.repeat(n)}`,
  'stray keys': (n) => `${head()}正文:\n${times(n, () => '  - {标题: 甲, 主送: 乙}\n')}`,
  'keys of one letter over and over': (n) =>
    `${head()}${times(n, (index) => `${'甲'.repeat((index % 8) + 1)}${index}: 乙\n`)}`,
  'one long key': (n) => `${head()}${'甲'.repeat(n)}: 乙\n`,
  'keys of blanks': (n) => `${head()}${times(n, (index) => `键 ${' '.repeat(index % 9)}${index}: 乙\n`)}`,
  'full-width colons': (n) => `标题：甲\n${times(n, () => '标题：甲\n')}`,
  'full-width colons inside': (n) => `${head()}正文:\n${times(n, () => '  - 标题：甲\n')}`,
  'full-width indents': (n) => `${head()}正文:\n${times(n, () => '\u3000\u3000- 甲：乙\n')}`,
  'unquoted variables': (n) => `${head()}变量:\n${times(n, (index) => `  变量${index}: {{村名}}\n`)}`,
  'tabs as indents': (n) => `${head()}正文:\n${times(n, () => '\t- 甲: 乙\n')}`,
  'lines without keys': (n) => `${head()}${times(n, () => '切实加强\n')}`,
  'text below a bar': (n) => `${head()}导语: |\n${times(n, () => '切实加强\n')}`,
  'unclosed brackets': (n) => `${head()}主送: ${'['.repeat(Math.min(n, 60))}${'甲, '.repeat(n)}\n`,
  'unclosed quotes': (n) => `${head()}导语: "${'甲\n  '.repeat(n)}\n`,
  'lists within lists': (n) => `${head()}正文:\n${times(n, () => '  - [甲, [乙, [丙]]]\n')}`,
  'inline maps': (n) =>
    `${head()}正文: [${times(n, (index) => `{标题: 甲${index}, 内容: 切实加强。}`, ', ')}]\n`,
  'full-width commas': (n) => `${head()}主送: [${times(n, (index) => `第${index}村`, '，')}]\n`,
  anchors: (n) => `${head()}正文:\n  - &甲 深化平安建设: 切实加强。\n${times(n, () => '  - *甲\n')}`,
  comments: (n) => `${head()}${times(n, (index) => `# 注释${index}\n`)}正文:\n  - 深化平安建设: 切实加强。\n`,
  'disabling comments': (n) =>
    sections(
      times(
        n,
        (index) => `      # pingan-disable-next-line wording/typo -- 甲\n      - 第${index}条登陆平台。\n`,
      ),
    ),
  'hashes behind values': (n) => sections(times(n, () => '      - 甲 #乙\n')),
  'wrapped lines': (n) => `${head()}导语: 切实加强\n${'  切实加强\n'.repeat(n)}`,
  'wrapped lines in quotes': (n) => `${head()}导语: "切实加强\n${'  切实加强\n'.repeat(n)}  。"\n`,
  'folded lines': (n) => `${head()}导语: >\n${'  切实加强\n'.repeat(n)}`,
  'blank lines': (n) => `${head()}${'\n'.repeat(n)}正文:\n  - 深化平安建设: 切实加强。\n`,
  'blank lines in a block': (n) => `${head()}导语: |\n  甲\n${'\n'.repeat(n)}  乙\n`,
  escapes: (n) => `${head()}导语: "${'\\u4e00'.repeat(n)}"\n`,
  'slips that can be mended': (n) =>
    sections(times(n, (index) => `      - 第${index}条,登陆平台,达标率95%%。\n`)),
  'slips in one paragraph': (n) => body(times(n, () => '登陆平台,达标率95%%。')),
  typos: (n) => body('登陆平台，'.repeat(n)),
};

const csv = (text) => ({ kind: 'csv', bytes: strToU8(text) });
const cell = (text) => csv(`村名,户数\n"${text.replaceAll('"', '""')}",5\n`);
const jsonl = (text) => ({ kind: 'jsonl', bytes: strToU8(text) });

function workbook(sheets, merges = '') {
  const names = sheets.map(
    (_, index) => `<sheet name="表${index}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const files = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${type}"><sheets>${names.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${type}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  };
  sheets.forEach((rows, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${merges}</worksheet>`;
  });
  return {
    kind: 'xlsx',
    bytes: zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  };
}
const sheetRow = (number, cells) =>
  `<row r="${number}">${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;

const tables = {
  'rows of a CSV': (n) => csv(`村名,户数\n${times(n, (index) => `第${index}村,5\n`)}`),
  'columns of a CSV': (n) =>
    csv(`村名,${times(n, (index) => `列${index}`, ',')}\n甲,${times(n, () => '5', ',')}\n`),
  'dotted columns of a CSV': (n) =>
    csv(`村名,${times(n, (index) => `列${index}.名`, ',')}\n甲,${times(n, () => '5', ',')}\n`),
  'a cell of prose': (n) => cell(prose(n)),
  'a cell of blanks': (n) => cell(`甲${' '.repeat(n)}乙`),
  'a cell of full-width blanks': (n) => cell(`甲${'\u3000'.repeat(n)}乙`),
  'a cell of line breaks': (n) => cell(`甲${'\r\n'.repeat(n)}乙`),
  'a cell of quotes': (n) => cell('"'.repeat(n)),
  'a cell of points': (n) => cell(`甲${'.'.repeat(n)}乙`),
  'blank rows': (n) => csv(`村名,户数\n${',\n'.repeat(n)}甲,5\n`),
  'a name of a column of blanks': (n) => csv(`村名,户${' '.repeat(n)}数\n甲,5\n`),
  'an open quote': (n) => csv(`村名,户数\n"甲,${'5\n'.repeat(n)}`),
  'records of JSON lines': (n) => jsonl(times(n, (index) => `{"村名":"第${index}村","户数":5}\n`)),
  'a long JSON line': (n) => jsonl(`{"村名":"甲","备注":"${prose(n)}"}\n`),
  'a JSON line of digits': (n) => jsonl(`{"村名":"甲","备注":${'1'.repeat(n)}}\n`),
  'a JSON line of backslashes': (n) => jsonl(`{"村名":"甲","备注":"${'\\\\'.repeat(n)}"}\n`),
  'names of a JSON record': (n) => jsonl(`{"村名":"甲",${times(n, (index) => `"列${index}":5`, ',')}}\n`),
  'names of JSON records': (n) => jsonl(times(n, (index) => `{"村名":"甲${index}","列${index}":5}\n`)),
  'records of JSON': (n) => ({
    kind: 'json',
    bytes: strToU8(`[${times(n, (index) => `{"村名":"第${index}村"}`, ',')}]`),
  }),
  'records of YAML': (n) => ({
    kind: 'yaml',
    bytes: strToU8(times(n, (index) => `- {村名: 第${index}村, 户数: 5}\n`)),
  }),
  'rows of a sheet': (n) =>
    workbook([
      sheetRow(1, ['村名', '户数']) + times(n, (index) => sheetRow(index + 2, [`第${index}村`, '5'])),
    ]),
  'columns of a sheet': (n) =>
    workbook([
      sheetRow(1, ['村名', ...Array.from({ length: Math.min(n, 16_000) }, (_, index) => `列${index}`)]) +
        sheetRow(2, ['甲']),
    ]),
  'empty sheets': (n) =>
    workbook([...Array.from({ length: n }, () => ''), sheetRow(1, ['村名']) + sheetRow(2, ['甲'])]),
  'merges of a row': (n) =>
    workbook(
      [sheetRow(1, ['村名', '户数']) + sheetRow(2, ['甲', '5']) + sheetRow(3, ['', '5'])],
      `<mergeCells>${'<mergeCell ref="A2:A3"/>'.repeat(n)}</mergeCells>`,
    ),
  'merges down a sheet': (n) =>
    workbook(
      [sheetRow(1, ['村名', '户数']) + times(n, (index) => sheetRow(index + 2, [`第${index}村`, '5']))],
      `<mergeCells>${times(n, (index) => `<mergeCell ref="B${index + 2}:B${n + 1}"/>`)}</mergeCells>`,
    ),
};

const mapped = (kinds, way) => Object.entries(kinds).map(([name, value]) => [name, way(value)]);

/** By name: what is made of n, and whether it is a plan or a table. */
export const kinds = new Map([
  ...mapped(characters, (character) => ({ plan: (n) => body(character.repeat(n)) })),
  ...mapped(characters, (character) => ({
    plan: (n) =>
      `${head(quoted(`平安${character.repeat(n)}要点`))}正文:\n  - 标题: ${quoted(`平安${character.repeat(n)}建设`)}\n    内容: 切实加强。\n`,
  })).map(([name, kind]) => [`title of ${name}`, kind]),
  ...mapped(runs, (run) => ({ plan: (n) => body(run.repeat(n)) })),
  ...mapped(plans, (plan) => ({ plan })),
  ...mapped(tables, (data) => ({ data })),
]);
