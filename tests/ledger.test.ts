import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { table } from '../src/data/index.ts';
import { Archive } from '../src/package/archive.ts';
import { untouched } from '../src/package/mark.ts';
import { lastDay } from '../src/text/deadlines.ts';
import { type OfficeCell, type OfficeSheet, officeTable } from './office-table.ts';
import { folder, pingan } from './run.ts';
import { bytesOf, converted, withTools } from './tools.ts';

/** The cells of a sheet, a row a line, as the reader of tables sees them. */
async function cellsOf(file: string, sheet?: string): Promise<string[]> {
  const bytes = async function* () {
    yield readFileSync(file);
  };
  const { columns, rows } = await table({ name: file, kind: 'xlsx', bytes }, sheet, true);
  const lines = [columns.join('|')];
  for await (const { values } of rows())
    lines.push(values.map((value) => String(value).replaceAll('\n', '／')).join('|'));
  return lines;
}

const partOf = (file: string, name: string) => new Archive(readFileSync(file), 1 << 26).text(name) ?? '';

describe('the day that a deadline ends on', () => {
  test.each<[string, string]>([
    ['2026年12月底', '2026-12-31'],
    ['2026年9月底前', '2026-9-30'],
    ['2026-09-15', '2026-9-15'],
    ['9月底前完成', '2026-9-30'],
    ['６月３０日前', '2026-6-30'],
    ['十二月底', '2026-12-31'],
    ['2月底', '2026-2-28'],
    ['年底前', '2026-12-31'],
    ['2027年底', '2027-12-31'],
    ['上半年', '2026-6-30'],
    ['第三季度末', '2026-9-30'],
    ['2026年第二季度', '2026-6-30'],
    ['2026.6', '2026-6-30'],
    ['3月至5月', '2026-5-31'],
    ['2026年3月1日至31日', '2026-3-31'],
    ['2026年3月—2027年6月', '2027-6-30'],
    ['11月中旬', '2026-11-20'],
    ['11月至2月', ''],
    ['2026年2月30日', ''],
    ['长期坚持', ''],
    ['每月25日前', ''],
    ['2026年6月底前完成，之后长期坚持', ''],
  ])('%s', (text, day) => {
    const found = lastDay(text, 2026);
    expect(found ? `${found.year}-${found.month}-${found.day}` : '').toBe(day);
  });
  test('without a year of the plan a month alone tells none', () =>
    expect([lastDay('9月底', undefined), lastDay('2026年9月底', undefined)?.day]).toEqual([undefined, 30]));
});

const plan = `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
年度: 2026
工作目标:
  - {指标: 发案数, 值: 下降5%以上, 期限: 年底前, 责任: 派出所}
  - 群众安全感达到98%。
主要任务:
  - 化解矛盾:
      - {名称: 每月排查矛盾纠纷, 措施: 村每周排查；镇每月研判。, 牵头: 司法所, 配合: [派出所, 综治办], 时限: 9月底前}
      - {名称: 建好调解室, 牵头: 司法所, 时限: 长期坚持}
  - 标题: 加强防控
    内容: 补点120处。
    责任: '{{单位}}派出所'
    时限: 2026年11月底前
  - 宣传教育: 每季度一次。
附件:
  - 标题: 任务分解表
    表格: {来源: 任务}
`;
const ledger = async (text: string, cwd = folder(), ...more: string[]) => {
  writeFileSync(path.join(cwd, '计划.yaml'), text);
  const { code, err } = await pingan(['tasks', '计划.yaml', ...more], cwd);
  return { code, err, file: path.join(cwd, '台账.xlsx'), cwd };
};

describe('tasks', () => {
  test('a row a task, with the number and the headings that are printed, and real dates', async () => {
    const { code, err, file } = await ledger(plan);
    expect(code).toBe(0);
    expect(err).toContain('任务 3 项，目标 2 项');
    expect(err).toContain('“主要任务”里计划第 15 行的没有写“牵头”“责任”，不在台账里。');
    expect(await cellsOf(file)).toEqual([
      '编号|所属部分|任务|主要措施|牵头单位|配合单位|完成时限|进展情况',
      '1.|二、主要任务／（一）化解矛盾|每月排查矛盾纠纷|村每周排查；镇每月研判。|司法所|派出所、综治办|2026-09-30|',
      '2.|二、主要任务／（一）化解矛盾|建好调解室||司法所||长期坚持|',
      '（二）|二、主要任务|加强防控|补点120处。|平安镇人民政府派出所||2026-11-30|',
    ]);
    expect(await cellsOf(file, '目标台账')).toEqual([
      '编号|所属部分|指标|目标值|责任单位|完成时限|进展情况',
      '（一）|一、工作目标|发案数|下降5%以上|派出所|2026-12-31|',
      '（二）|一、工作目标|群众安全感达到98%。||||',
    ]);
    const book = partOf(file, 'xl/workbook.xml');
    expect(book).toContain(`_xlnm.Print_Area" localSheetId="0">'任务台账'!$A$1:$H$5<`);
    expect(book).toContain(`_xlnm.Print_Titles" localSheetId="0">'任务台账'!$1:$2<`);
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<autoFilter ref="A2:H5"/>');
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    // 2026-09-30 is the 46,295th day of Excel's.
    expect(sheet).toMatch(/<c r="G3" s="\d+"><v>46295<\/v><\/c>/);
  });

  test('the same plan gives the same bytes, which are known as ours until somebody changes them', async () => {
    const { file, cwd } = await ledger(plan);
    const before = readFileSync(file);
    expect(untouched(before)).toBe(true);
    expect((await ledger(plan, cwd)).code).toBe(0);
    expect(readFileSync(file).equals(before)).toBe(true);
    writeFileSync(file, officeTable({ rows: [['任务', '进展情况']] }));
    expect((await ledger(plan, cwd)).err).toContain('没有覆盖');
  });

  test('a task that only its list prints has the number of its row', async () => {
    const text = `${plan.slice(0, plan.indexOf('主要任务:'))}主要任务:\n  - 标题: 甲\n    任务: [{名称: 一事, 牵头: 甲}, {名称: 二事, 牵头: 乙}]\n    表格: {来源: 任务}\n`;
    const { file } = await ledger(text);
    expect((await cellsOf(file)).slice(1)).toEqual([
      '1|二、主要任务／（一）甲|一事|甲|||',
      '2|二、主要任务／（一）甲|二事|乙|||',
    ]);
  });

  test.each([
    ['标题: 要点\n正文: 好。\n', 2, '计划.yaml 里没有任务，也没有目标'],
    ['标题: 要点\n正文: {{村名}}\n', 1, '处错误，没有生成台账'],
    ["标题: 要点\n正文:\n  - {标题: 甲, 内容: '{{村名}}', 牵头: 乙}\n", 1, '变量“村名”没有值'],
  ])('%j is refused', async (text, code, message) =>
    expect(await ledger(text)).toMatchObject({ code, err: expect.stringContaining(message) }),
  );

  test('variables are given, and nothing goes to a screen or under another ending', async () => {
    const text = "标题: 要点\n正文:\n  - {标题: '{{村名}}甲', 内容: 好, 牵头: 乙}\n";
    const { file, cwd } = await ledger(text, folder(), '--set', '村名=柳溪村');
    expect((await cellsOf(file))[1]).toBe('一、||柳溪村甲|好|乙|||'.replace('||柳', '|柳'));
    expect((await pingan(['tasks', '计划.yaml', '-o', 'x.xls'], cwd)).err).toContain(
      '只会写 .xlsx，不会写 .xls；写成 -o x.xlsx。',
    );
    expect((await pingan(['tasks', '计划.yaml', '-o', '-'], cwd, { outIsTerminal: true })).code).toBe(2);
  });
});

describe('what last period said comes along', () => {
  const last: OfficeSheet = {
    name: '任务台账',
    rows: [
      ['平安镇任务台账'],
      ['编号', '所属部分', '任务', '进展情况', '督查意见'],
      ['1.', '二、主要任务', '每月排查矛盾纠纷', '已排查12次', '快'],
      ['2.', '二、主要任务', '建好人民调解室', '选址中', null],
      ['3.', '二、主要任务', '清理废品站', '清了两处', '续'],
    ],
    hiddenRows: [3],
  };
  const goals: OfficeSheet = {
    name: '目标台账',
    rows: [
      ['指标', '进展情况'],
      ['发案数', '下降6%'],
    ],
  };
  const against = async (...sheets: OfficeSheet[]) => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '上期.xlsx'), officeTable(...sheets));
    return ledger(plan, cwd, '--against', '上期.xlsx');
  };
  test('by the words of the task, filtered rows as well; the rest is kept and told', async () => {
    const { code, err, file } = await against(last, goals);
    expect(code).toBe(0);
    const rows = await cellsOf(file);
    expect(rows[0]?.split('|').slice(-2)).toEqual(['进展情况', '督查意见']);
    expect(rows.slice(1).map((row) => row.split('|').slice(-2).join('|'))).toEqual([
      '已排查12次|快',
      '选址中|',
      '|',
    ]);
    expect(err).toContain('任务台账：从上期带过来 2 项，新的 1 项。');
    expect(err).toContain('上期第 4 行“建好人民调解室”照相近的字算作“建好调解室”，看看对不对。');
    expect(err).toContain('上期有 1 项没有对上（第 5 行），另存在工作表“上期任务台账未对上”里。');
    expect(await cellsOf(file, '上期任务台账未对上')).toEqual([
      '编号|所属部分|任务|进展情况|督查意见',
      '3.|二、主要任务|清理废品站|清了两处|续',
    ]);
    expect((await cellsOf(file, '目标台账'))[1]).toBe(
      '（一）|一、工作目标|发案数|下降5%以上|派出所|2026-12-31|下降6%',
    );
  });
  test('of a table of the office’s own, by what it calls its columns', async () => {
    const rows: OfficeCell[][] = [
      ['序号', '重点任务', '完成情况'],
      [1, '建好调解室', '已建成'],
    ];
    const { file } = await against({ name: 'Sheet1', rows });
    expect((await cellsOf(file))[2]).toMatch(/\|已建成$/);
    expect(
      (
        await against({
          name: 'Sheet1',
          rows: [
            ['甲', '乙'],
            ['丙', '丁'],
          ],
        })
      ).err,
    ).toContain('上期.xlsx 里没有“任务”列');
  });
  test('tasks of the same words keep to their parts', async () => {
    const same =
      '标题: 要点\n主要任务:\n  - 甲组: [{名称: 抓宣传, 牵头: 甲}]\n  - 乙组: [{名称: 抓宣传, 牵头: 乙}]\n';
    const cwd = folder();
    const rows: OfficeCell[][] = [
      ['编号', '所属部分', '任务', '进展情况'],
      ['1.', '一、主要任务\n（二）乙组', '抓宣传', '乙的'],
      ['1.', '一、主要任务\n（一）甲组', '抓宣传', '甲的'],
    ];
    writeFileSync(path.join(cwd, '上期.xlsx'), officeTable({ name: '任务台账', rows }));
    const { file } = await ledger(same, cwd, '--against', '上期.xlsx');
    expect((await cellsOf(file)).slice(1).map((row) => row.split('|').at(-1))).toEqual(['甲的', '乙的']);
  });
  test('it isn’t written over', async () => {
    const { cwd } = await ledger(plan);
    const { code, err } = await ledger(plan, cwd, '--against', '台账.xlsx');
    expect([code, err]).toEqual([2, expect.stringContaining('这次运行要读它')]);
  });
});

const villages = `标题: '{{村名}}要点'
变量: {次数: '02', 网格员: [甲, 乙]}
年度: 2026
单位: '{{#if (等于 类型 "社区")}}居{{else}}村{{/if}}委会'
正文:
  - 甲: '{{年度}}{{支书.姓名}}{{次数}}次{{日期 开工 "M月"}}{{#if 水库}}有{{水库}}{{/if}}{{身份证号}}{{#each 网格员}}{{this}}{{/each}}{{#each 事项}}{{this}}；{{/each}}{{计数 镇}}{{汇总 "户数(户)" 镇}}{{#if 有企业}}好{{/if}}{{#with 主任}}{{姓名}}{{/with}}'
  - 乙:
      表格:
        列: [序, 项, 资]
        行: |
          {{#each 项目清单}}
          {{序}} | {{名称}} | {{资金}}{{村名}}
          {{/each}}
`;

describe('table', () => {
  const blank = async (text: string, ...more: string[]) => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '计划.yaml'), text);
    const run = await pingan(['table', '计划.yaml', ...more], cwd);
    return { ...run, cwd, file: path.join(cwd, '村表.xlsx') };
  };
  const notes = (file: string, number = 1) =>
    [...partOf(file, `xl/comments${number}.xml`).matchAll(/ref="(\w+)".*?<t [^>]*>(.*?)<\/t>/gs)].map(
      ([, at, text = '']) => `${at} ${text.replaceAll('&#10;', ' ')}`,
    );

  test('a column a variable in the order of their first use, what is known of each said beside it', async () => {
    const { code, err, file } = await blank(villages);
    expect(code).toBe(0);
    expect(err).toContain(
      '村名、类型、支书.姓名、次数、开工、水库、身份证号、事项、镇、户数(户)、有企业、主任.姓名',
    );
    expect(err).toContain('工作表“项目清单”：名称、资金');
    expect(notes(file)).toEqual([
      'A1 不能空：计划里要印出来。 计划第 1 行：{{村名}}要点',
      expect.stringContaining('B1 填“社区”的，计划里另有写法；别的照填。 可以空着。 计划第 4 行'),
      expect.stringContaining('C1 不能空'),
      expect.stringContaining(
        'D1 这一列是文本格式：照原样录入，前面的 0、十五位以后的数字都不会丢。 如 02；空着就是这个。',
      ),
      expect.stringContaining('E1 填日期，如 2026-03-05。 不能空'),
      expect.stringContaining('F1 可以空着。'),
      expect.stringContaining('G1 这一列是文本格式'),
      expect.stringContaining('H1 一格里可以写几行（按 Alt+Enter 换行），一行一个。'),
      expect.stringContaining('I1 不能空'),
      expect.stringContaining('J1 填数，计划里要汇总'),
      expect.stringContaining('K1 填“是”或者“否”；空着算“否”。'),
      expect.stringContaining('L1 不能空'),
    ]);
    expect(notes(file, 2)[0]).toContain('“村名”和第一张表里写得一样；生成时加 --list 项目清单:村名。');
    const sheet = partOf(file, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<formula1>&quot;社区&quot;</formula1>');
    expect(sheet).toContain('<formula1>&quot;是,否&quot;</formula1>');
    expect(sheet).toMatch(/<dataValidation type="date"[^>]* sqref="E2:E1048576">/);
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  });

  test('what --set gives and what the plan says for all has no column, what a title of its own asks for has one', async () => {
    const { err } = await blank(villages, '--set', '镇=平安镇');
    expect(err).not.toContain('、镇、');
    expect(
      (await blank("标题: '{{村名}}'\n单位: '{{单位}}'\n正文: '{{单位}}{{#each 各行}}{{组}}{{/each}}'\n"))
        .err,
    ).toContain('：村名、单位、组');
    expect(await blank('标题: 要点\n正文: 好\n')).toMatchObject({
      code: 2,
      err: expect.stringContaining('里没有各村不同的变量'),
    });
    expect(await blank('标题: 要点\n正闻: 好\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('没有生成空表'),
    });
  });
});

withTools(['soffice'], 'what LibreOffice makes of these workbooks', () => {
  test('a table is filled and made to documents; a ledger comes back as it was', async () => {
    const { cwd } = await ledger(plan);
    writeFileSync(path.join(cwd, '村计划.yaml'), villages);
    await pingan(['table', '村计划.yaml'], cwd);
    converted('fods', cwd, '村表.xlsx', '台账.xlsx');
    const filled = fill(readFileSync(path.join(cwd, '村表.fods'), 'utf8'));
    writeFileSync(path.join(cwd, '填好.fods'), filled);
    converted('xlsx', cwd, '填好.fods', '台账.fods');
    const args = [
      'batch',
      '村计划.yaml',
      '--data',
      '填好.xlsx',
      '-o',
      '出',
      '-f',
      'md',
      '--name',
      '{{村名}}',
      '--list',
      '项目清单',
    ];
    const { code, err } = await pingan(args, cwd);
    expect([code, err]).toEqual([0, expect.stringContaining('生成 2')]);
    const made = readFileSync(path.join(cwd, '出/甲村.md'), 'utf8');
    expect(made).toContain('2026张三02次3月110101199001011234甲乙修路；2120王五');
    expect(made).toMatch(/\| 1 \| 路灯 \| 5甲村 \|/);
    expect((await cellsOf(path.join(cwd, '台账.xlsx')))[1]).toContain('|2026-09-30|');
  });
});

/** Puts rows into the empty sheets of a table, as a person types them into the cells that are formatted for it. */
function fill(fods: string): string {
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const day = '<table:table-cell office:value-type="date" office:date-value="2026-03-05"/>';
  const number = (value: number) => `<table:table-cell office:value-type="float" office:value="${value}"/>`;
  const none = '<table:table-cell/>';
  const row = (cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
  const village = (name: string, count: number) =>
    row([
      cell(name),
      cell('村'),
      cell('张三'),
      none,
      day,
      none,
      cell('110101199001011234'),
      cell('修路'),
      cell('平安镇'),
      number(count),
      cell('否'),
      cell('王五'),
    ]);
  const rows = [[village('甲村', 120), village('乙村', 0)], [row([cell('甲村'), cell('路灯'), number(5)])]];
  let sheet = 0;
  return fods.replace(
    /(<table:table-row[^>]*>(?:(?!<\/table:table-row>).)*<\/table:table-row>)((?:(?!<\/table:table>).)*)(?=<\/table:table>)/gs,
    (_, head: string, rest: string) =>
      `${head}${(rows[sheet++] ?? []).join('')}${rest.replace(/<table:table-row.*<\/table:table-row>/s, '')}`,
  );
}

withTools(['ooxml-validator'], 'Microsoft’s Open XML SDK', () => {
  test('finds nothing wrong with them', async () => {
    const { cwd, file } = await ledger(plan);
    writeFileSync(path.join(cwd, '村计划.yaml'), villages);
    await pingan(['table', '村计划.yaml'], cwd);
    for (const each of [file, path.join(cwd, '村表.xlsx')])
      expect(JSON.parse(bytesOf('ooxml-validator', [each]).toString())).toMatchObject({
        ok: true,
        errors: [],
      });
  });
});
