import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { batch } from './batched.ts';
import type { OfficeCell, OfficeSheet } from './office-table.ts';
import { folder, pingan } from './run.ts';

const villages = (...values: OfficeCell[]): OfficeSheet => ({
  rows: [['村名', '数'], ...values.map((value, index): OfficeCell[] => [`${'甲乙丙丁戊'[index]}村`, value])],
});
const sum = '{{计数}}村{{汇总 "数"}}';
const one = async (table: string | OfficeSheet, ...more: string[]) => {
  const { made, said } = await batch(table, sum, ...more);
  return made[0]?.replace(/^.*：/, '') ?? said;
};
const all = (format: string, ...values: number[]) => villages(...values.map((value) => ({ value, format })));

describe('figures add what is stored, and are written as their column is', () => {
  test.each<[string, string | OfficeSheet, string]>([
    ['a unit in the format', all('0"户"', 1200, 930), '2村2130户'],
    ['thousands and a unit', all('#,##0.00"万元"', 1200.5, 0.25), '2村1,200.75万元'],
    ['money', all('"¥"#,##0.00', 0.1, 0.2), '2村¥0.30'],
    ['accounts', all('_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', 1234.5, 0), '2村¥1,234.50'],
    ['less than nothing by its colour alone', all('0;[Red]0', -5, 3), '2村-2'],
    ['brackets for less', all('#,##0_);(#,##0)', -1200, 100), '2村(1,100)'],
    ['shares', all('0.0%', 0.125, 0.25), '2村37.5%'],
    ['nothing lost to halves', all('General', 0.1, 0.2), '2村0.3'],
    ['what is shown rounded', all('0', 1.4, 1.4), '2村3'],
    ['in thousands', all('0.0,"千"', 12_345, 12_345), '2村24.7千'],
    [
      'several formats of one unit',
      villages({ value: 1.5, format: '0.0' }, { value: 1234.25, format: '#,##0.00' }),
      '2村1,235.75',
    ],
    ['texts among numbers', villages(5, '7', '未统计'), '3村12'],
    ['texts with a unit', '村名,数\n甲村,120户\n乙村,"1,000户"\n', '2村1,120户'],
    ['texts of money', '村名,数\n甲村,"¥1,234.00"\n乙村,￥0.50\n', '2村¥1,234.50'],
    ['texts of shares', '村名,数\n甲村,85%\n乙村,12.5%\n', '2村97.5%'],
    ['what begins with a point', '村名,数\n甲村,.5\n乙村,3\n', '2村3.5'],
    ['large numbers in another unit', all('[>=10000]0!.0,"万";0', 12_345, 500), '2村1.3万'],
    ['words for some numbers', all('[>100]"多";0', 120, 5), '2村125'],
    ['nothing of accounts', all('_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ', 0, 0), '2村¥0'],
    ['nothing that is not shown', all('0;-0;', 0, 0), '2村0'],
    ['digits of Chinese', all('[DBNum2][$-804]General"元整"', 123, 45), '2村壹佰陆拾捌元整'],
    ['texts in brackets', '村名,数\n甲村,(5)\n乙村,3\n', '2村(2)'],
    ['full-width digits', '村名,数\n甲村,１２０\n乙村,３\n', '2村123'],
    [
      'more digits than a double has',
      '村名,数\n甲村,99999999999.99\n乙村,999999999999.02\n',
      '2村1099999999999.01',
    ],
  ])('%s', async (_, table, figure) => {
    expect(await one(table)).toBe(figure);
  });

  test.each<[string, string | OfficeSheet, string]>([
    ['no number', '村名,数\n甲村,未统计\n乙村,\n', '“数”列没有一格是数，不能汇总：第 2 行“未统计”'],
    [
      'units that differ',
      '村名,数\n甲村,1.2万元\n乙村,3000元\n',
      '“数”列的单位不一样，不能加在一起：第 2 行“1.2万元”，第 3 行“3000元”',
    ],
    ['a unit on some', '村名,数\n甲村,1.2万\n乙村,3000\n', '单位不一样'],
    [
      'units in formats',
      villages({ value: 1, format: '0"万元"' }, { value: 2, format: '0"元"' }),
      '单位不一样',
    ],
    [
      'a scaled number among others',
      villages({ value: 12_345, format: '0.0,"千"' }, { value: 2, format: '0"千"' }),
      '单位不一样',
    ],
  ])('%s is refused', async (_, table, message) => {
    const { code, said, made } = await batch(table, sum);
    expect({ code, made }).toEqual({ code: 2, made: [] });
    expect(said).toContain(message);
  });

  test('a merged cell is one number, and what is no number is told', async () => {
    const { made } = await batch({ ...villages(100, null, 30), merges: ['B2:B3'] }, sum);
    expect(made[0]).toBe('丙村：3村130');
    const { said } = await batch('村名,数\n甲村,约120\n乙村,5\n', sum);
    expect(said).toContain('“数”列有 1 格不是数，没有算进汇总：第 2 行“约120”。');
  });

  test('a row without a document is in no figure', async () => {
    const table = '村名,数,人\n甲村,1,一\n乙村,2,\n,4,三\n丙村,8,四\n丁村,16,五\n丁村,32,六\n';
    const { code, made, said } = await batch(table, `${sum}{{人}}`);
    expect({ code, made }).toEqual({ code: 1, made: ['丙村：2村9四', '甲村：2村9一'] });
    expect(said).toContain('汇总、计数里没有算失败的行');
    const { made: whole } = await batch(table, '{{人}}');
    expect(whole).toHaveLength(2);
  });

  test('where no row has a document, each says why, and no figure is blamed', async () => {
    const { code, made, said } = await batch('村名,数\n甲村,1\n甲村,2\n', sum);
    expect({ code, made }).toEqual({ code: 1, made: [] });
    expect(said).toContain('文件名都是“甲村”');
    expect(said).not.toContain('没有一格是数');
  });
});

const names = ({ made }: { made: readonly string[] }) => made.map((line) => line.split('：')[0]).join('');
const words = '{{数}}';

describe('a bad cell is a bad row', () => {
  const table = villages({ error: '#N/A' }, 2, 'formula', 110_101_199_001_011_000, {
    value: 13800000001,
    format: '0.00E+00',
  });
  test('all of them are told with what to do, and the others are made', async () => {
    const { code, made, said, failed } = await batch(table, words);
    expect({ code, made }).toEqual({ code: 1, made: ['乙村：2'] });
    expect(said).toContain('第 2 行：“数”列“#N/A”：公式算出了错误 #N/A。在 Excel 里改好、保存以后再试。');
    expect(said).toContain('第 4 行：“数”列：公式没有算出结果。');
    expect(said).toContain('第 5 行：“数”列“110101199001011000”：是十五位以上的数，Excel 只留得住十五位');
    expect(said).toContain('第 6 行：“数”列“1.38E+10”：用科学记数法显示');
    expect(
      failed
        .split('\r\n')
        .slice(1, 5)
        .map((line) => line.split(',')[0]),
    ).toEqual(['2', '4', '5', '6']);
  });
  test('a column that nothing asks for is not judged', async () => {
    expect(names(await batch(table, '好'))).toBe('丁村丙村乙村戊村甲村');
  });
  test('a column of the file name, of a figure or of a group is asked for', async () => {
    const rows = {
      rows: [
        ['村名', '数', '镇'],
        ['甲村', { error: '#REF!' }, '一'],
        ['乙村', 2, { error: '#DIV/0!' }],
      ],
    };
    expect(names(await batch(rows, '{{汇总 "数"}}'))).toBe('乙村');
    expect(names(await batch(rows, '{{计数 镇}}'))).toBe('甲村');
    expect((await batch(rows, '好', '--name', '{{数}}')).made).toEqual(['2：好']);
  });
  test.each<[string, string, string[]]>([
    [
      'what formulas come to, saved as texts',
      '村名,数\n甲村,#N/A\n乙村,#DIV/0!\n丙村,Err:502\n丁村,5\n',
      ['丁村：5'],
    ],
    ['a column that was too narrow', '村名,数\n甲村,########\n乙村,5\n', ['乙村：5']],
    ['two telephone numbers', '村名,数\n甲村,1.38E+10、1.39E+10\n乙村,5\n', ['乙村：5']],
    ['a time without its hour', '村名,数\n甲村,00:00.0\n乙村,5\n', ['乙村：5']],
    ['a day and an hour as a number', '村名,数\n甲村,2026/3/5\n乙村,46086.375\n', ['甲村：2026年3月5日']],
    ['a day that never was', '村名,数\n甲村,2026-02-30\n乙村,2026-03-05\n', ['乙村：2026年3月5日']],
    [
      'an ID that a check tells',
      '村名,数\n甲村,110101199001011000\n乙村,11010119900101123X\n',
      ['乙村：11010119900101123X'],
    ],
    [
      'digits behind an apostrophe',
      "村名,数\n甲村,'0012\n乙村,'110101199001011234\n",
      ['乙村：110101199001011234', '甲村：0012'],
    ],
    [
      'an ID that Excel saved',
      '村名,数\n甲村,1.10101E+17\n乙村,110101199001011234\n',
      ['乙村：110101199001011234'],
    ],
    ['a telephone number', '村名,数\n甲村,1.38E+10\n乙村,13800000001\n', ['乙村：13800000001']],
    ['noughts in front', '村名,数\n甲村,0012\n乙村,13\n丙村,1234\n', ['丙村：1234', '甲村：0012']],
    ['noughts in front, further down', '村名,数\n甲村,13\n乙村,0012\n', ['乙村：0012']],
    [
      'telephone numbers beside others',
      '村名,数\n甲村,057188881234\n乙村,13800000001\n',
      ['乙村：13800000001', '甲村：057188881234'],
    ],
    [
      'numbers of several lengths',
      '村名,数\n甲村,0571\n乙村,010\n丙村,20\n',
      ['丙村：20', '乙村：010', '甲村：0571'],
    ],
    ['noughts behind', '村名,数\n甲村,110101199001011000\n乙村,110101199001012000\n', []],
    [
      'one that may end so',
      '村名,数\n甲村,110101199001015000\n乙村,110101199001012345\n',
      ['乙村：110101199001012345', '甲村：110101199001015000'],
    ],
  ])('%s', async (_, table, made) => {
    expect((await batch(table, words)).made).toEqual(made);
  });
});

describe('rows that are no village', () => {
  const head = '镇,村名,数';
  const body = ['平安镇,甲村,100', '平安镇,乙村,30'];
  const told = async (...lines: string[]) => {
    const { made, said } = await batch([head, ...lines, ''].join('\n'), `${words}/${sum}`);
    return [made.length, /没有做的：(.*?)；/.exec(said)?.[1] ?? ''];
  };
  test.each<[string, string[], string]>([
    ['a total', ['合计,,130'], '第 4 行（合计）'],
    ['a total with blanks', ['合　计,,130'], '第 4 行（合计）'],
    ['a total in the second column', [',总计,130'], '第 4 行（合计）'],
    ['the total of a town', ['平安镇,小计,130'], '第 4 行（合计）'],
    ['the total of a town in one cell', ['平安镇小计,,130'], '第 4 行（合计）'],
    ['a total and its number', ['合计：2个村,,130'], '第 4 行（合计）'],
    ['a mean', ['平均,,65'], '第 4 行（合计）'],
    ['a sum without a word', [',,130'], '第 4 行（合计）'],
    ['a note', ['注：数据截至六月,,'], '第 4 行（说明）'],
    ['who filled it in', ['填表人：张三,,审核人：李四'], '第 4 行（说明）'],
    ['who filled it in, cell by cell', ['填表人,张三,'], '第 4 行（说明）'],
    ['the head of the unit', ['单位负责人（签字）：,,'], '第 4 行（说明）'],
    ['what is carried to the next page', ['过次页,,130', '承前页,,130'], '第 4、5 行（合计）'],
    ['all of a town', ['全镇,,130'], '第 4 行（合计）'],
    ['a town among villages, with their sum', [',平安镇,130'], '第 4 行（合计）'],
    ['some of them', ['其中：低保户,,20'], '第 4 行（其中的一部分）'],
    ['the names of another table', ['', '社区名,居民,居民数'], '第 5 行（像是另一张表的表头）'],
    ['a head again', [head], '第 4 行（重复的表头）'],
    ['a heading', ['二、长宁镇,,'], '第 4 行（标题）'],
    ['a total in other words', ['全镇总和,,130'], '第 4 行（合计）'],
    ['the sum of a town without a word', ['平安镇,,130'], '第 4 行（合计）'],
    ['a date below', ['2026年3月5日,,'], '第 4 行（说明）'],
    ['a seal', ['平安镇人民政府（盖章）,,'], '第 4 行（说明）'],
    ['the unit in brackets', ['（单位：户）,,'], '第 4 行（说明）'],
    ['a row of strokes', ['—,—,—'], '第 4 行（空行）'],
    [
      'another table with its rows',
      ['合计,,130', '', '序号,姓名,电话', '1,张三,138', '合计,,1'],
      '第 4 行（合计），第 6 行（像是另一张表的表头），第 7、8 行（另一张表）',
    ],
    [
      'another table that is wider',
      ['镇,村名,人口,电话', '平安镇,丙村,5,0571'],
      '第 4 行（像是另一张表的表头），第 5 行（另一张表）',
    ],
    ['nothing below', ['以下空白,,'], '第 4 行（说明）'],
    ['a total in English', [',TOTAL,130', 'Grand Total,,130'], '第 4、5 行（合计）'],
    ['totals of months', ['本月合计,,130', '本年累计,,130', '计,,130'], '第 4、5、6 行（合计）'],
    ['means and the like', ['全县平均,,65', '最大值,,100', '人均,,3'], '第 4、5、6 行（合计）'],
    ['last year', ['去年同期,,110', '比上年增减,,20', '增长率（%）,,18'], '第 4、5、6 行（合计）'],
    ['points of a note', ['注：,,', '1.户数按户籍数填,,', '（2）每月报,,'], '第 4、5、6 行（说明）'],
    ['a note in the cell beside', ['注,1.户数按户籍数填,'], '第 4 行（说明）'],
    ['a numbered note', ['注1、户数按户籍数填,,'], '第 4 行（说明）'],
    ['who signs', ['镇长（签字）：,,分管领导：', '统计员：张三,,2026-03-05'], '第 4、5 行（说明）'],
    ['a date as data has it', [',,2026-03-05'], '第 4 行（说明）'],
    ['a date in characters', [',,二〇二六年三月五日'], '第 4 行（说明）'],
    ['the unit and the date', [',,平安镇人民政府', ',,2026.3.5'], '第 4 行（标题），第 5 行（说明）'],
    ['a table that goes on', ['（续上表）,,', head], '第 4 行（标题），第 5 行（重复的表头）'],
    ['a head with blanks', ['镇,村 名,数'], '第 4 行（重复的表头）'],
    ['a town alone', ['长宁镇,,'], '第 4 行（标题）'],
    ['all of it', ['平安镇,小计,130', '合计,,130', '备注：无', ''], '第 4、5 行（合计），第 6 行（说明）'],
  ])('%s is left out and told', async (_, lines, said) => {
    expect(await told(...body, ...lines)).toEqual([2, said]);
  });
  test.each([
    '（个）,（个）,（户）',
    '1,2,3',
    '（1）,（2）,（3）',
    '甲,乙,1',
    '甲,1,2',
    '栏次,1,2',
    '1,2,3=1+2',
  ])('%s below the head is no village', async (legend) => {
    expect(await told(legend, ...body)).toEqual([2, '第 2 行（列号、单位）']);
  });
  test('a total above all is one, too', async () => {
    expect(await told('合计,,130', ...body)).toEqual([2, '第 2 行（合计）']);
  });
  test.each([
    [
      '单位,数\n平安镇,130\n甲村,100\n乙村,30\n长宁镇,12\n丙村,5\n丁村,7\n合计,142\n',
      '第 2、5、8 行（合计）',
    ],
    ['单位,数\n平安镇,131\n甲村,100\n乙村,30\n长宁镇,12\n丙村,5\n丁村,7\n', '第 5 行（合计）'],
    ['单位,数\n平安镇,\n甲村,100\n乙村,30\n长宁镇,\n丙村,5\n丁村,7\n', '第 2、5 行（标题）'],
  ])('towns above their villages, by the sums of those: %s', async (table, left) => {
    const { said } = await batch(table, words, '--name', '{{单位}}');
    expect(said).toContain(`${left}；`);
  });
  test.each(['合计村', '小计庄村', '注子村', '总计岭村', '平均村', '备注村', '说明村', '一村', '共和村'])(
    '%s is a village',
    async (village) => {
      expect(await told(...body, `平安镇,${village},7`)).toEqual([3, '']);
      expect(await told(...body, `,${village},130`)).toEqual([3, '']);
    },
  );
  test('a running number alone', async () => {
    const { made, said } = await batch('序号,村名,数\n1,甲村,5\n2,乙村,6\n3,,\n4,,\n', words);
    expect(made).toEqual(['乙村：6', '甲村：5']);
    expect(said).toContain('第 4、5 行（只有序号或合并的格）');
  });
  test('rows that wait for a village, with formulas and the town in them', async () => {
    const rows = ['1,平安镇,甲村,5,1', '2,平安镇,乙村,6,2', '3,平安镇,,0,#DIV/0!', '4,平安镇,,0,0'];
    const { code, said } = await batch(`序号,镇,村名,数,人均\n${rows.join('\n')}\n`, words);
    expect(code).toBe(0);
    expect(said).toContain('第 4、5 行（只有序号或合并的格）');
  });
  test('they are in no figure, and can be asked for by hand', async () => {
    const table = `${[head, ...body, '合计,全部,130', '注：,,'].join('\n')}\n`;
    expect((await batch(table, sum)).made).toEqual(['乙村：2村130', '甲村：2村130']);
    expect((await batch(table, words, '--rows', '2,4')).made).toEqual(['全部：130', '甲村：100']);
    expect((await batch(table, words, '--rows', '3-9')).made).toEqual(['乙村：30']);
    expect((await batch(table, words, '--rows', '三')).said).toContain('--rows 写成行号');
  });
});

test('where the first sheet is a cover, its name and the others are told', async () => {
  const cover = { name: '封面', rows: [['2026年统计表']] };
  const { said } = await batch([cover, { ...villages(1, 2), name: '各村' }], words);
  expect(said).toContain('工作表“封面”的列：2026年统计表；别的工作表（各村）用 --sheet 选。');
});

test('a sum without a word is one beside a running number and a share', async () => {
  const { made, said } = await batch('序号,村名,数,占比\n1,甲村,5,50%\n2,乙村,7,70%\n3,,12,60%\n', words);
  expect(names({ made })).toBe('乙村甲村');
  expect(said).toContain('第 4 行（合计）');
});

test('a small table beside the main one is not read, and told; a blank column within one table parts nothing', async () => {
  const beside = '村名,数,,项目,金额\n甲村,5,,修路,30\n乙村,7,,打井,20\n丙村,9,,,\n丁村,9,,,\n';
  const { made, said } = await batch(beside, words);
  expect(made).toHaveLength(4);
  expect(said).toContain('像是旁边另一张表，没有读：项目、金额');
  expect((await batch('村名,数,,支书\n甲村,5,,张三\n乙村,7,,李四\n', '{{数}}{{支书}}')).made).toEqual([
    '乙村：7李四',
    '甲村：5张三',
  ]);
});

test('="0012" in a CSV is the text 0012, however it was saved', async () => {
  const table = '村名,数\n甲村,="0012"\n"=""乙村""","=""0034"""\n丙村,="a,b"\n丁村,"x,=""7"",y"\n';
  const { made } = await batch(table, words);
  expect(made).toEqual(expect.arrayContaining(['丁村：x,="7",y', '丙村：a,b', '乙村：0034', '甲村：0012']));
});

test('1e3 is a bad cell among numbers, and a code that is told among codes', async () => {
  const { made, said } = await batch('村名,数\n甲村,1e3\n乙村,20\n丙村,30\n丁村,1.5e3\n', words);
  expect(made).toEqual(['丙村：30', '乙村：20']);
  expect(said).toContain('第 2 行：“数”列“1e3”：是科学记数法');
  const codes = await batch('村名,数\n甲村,1E3\n乙村,2F4\n', words);
  expect(codes.made).toEqual(['乙村：2F4', '甲村：1E3']);
  expect(codes.said).toContain('第 2 行“数”列像科学记数法');
});

test('what checking finds in values: errors refuse the row, the rest is told, and so it is for --set', async () => {
  const table = '村名,数\n甲村,"做好，，工作"\n乙村,"抓好""三防""工作"\n丙村,好\n';
  const { code, made, said } = await batch(table, words);
  expect({ code, made: made.length }).toEqual({ code: 1, made: 2 });
  expect(said).toContain('第 2 行：“数”列“做好，，工作”：“，，”重复了');
  expect(said).toContain('第 3 行“数”列：这里用了直引号');
  expect((await batch(table, words, '--force')).made).toHaveLength(3);
  expect((await batch(table, '好')).made).toHaveLength(3);
  expect((await batch('村名,数\n甲村,１２\n', words)).said).toContain('第 2 行“数”列：全角的“１２”应为“12”');
  const set = await batch('村名,数\n甲村,1\n', '{{数}}{{话}}', '--set', '话=做好，，工作');
  expect(set.code).toBe(2);
  expect(set.said).toContain('--set 话=做好，，工作：“，，”重复了');
});

test('what a value says that its plan says beside it once more is told, and so it is for --set', async () => {
  const table = '村名,数,话\n甲村,12户,好。\n乙村,7,好\n丙村,3户,办好\n';
  const { code, made, said } = await batch(table, '{{数}}户，{{话}}。');
  expect({ code, made: made.length }).toEqual({ code: 0, made: 3 });
  expect(said).toContain('第 2、4 行“数”列：计划里写的是“{{数}}户，”，会印成“户户”。');
  expect(said).toContain('第 2 行“话”列：计划里写的是“户，{{话}}。”，会印成“。。”。');
  const set = await batch('村名,数\n甲村,1\n', '{{数}}占{{比}}%', '--set', '比=5%');
  expect(set.said).toContain('--set 比=5%：计划里写的是“占{{比}}%”，会印成“%%”。');
});

test('names in a cell of several lines are told where they become one', async () => {
  const plan = "标题: 要点\n组织机构:\n  组长: '{{组长}}'\n  成员: '{{并列 成员}}'\n";
  const { code, said } = await batch(
    '村名,组长,成员\n甲村,"张三\n李四","王五\n赵六"\n乙村,张三,王五\n',
    plan,
  );
  expect(code).toBe(0);
  expect(said).toContain('第 2 行：“{{组长}}”的值有几行，接成了一个名称。');
  expect(said).not.toContain('成员');
});

test('where figures are printed, nobody is sent to the list of failed rows alone', async () => {
  const { said } = await batch('村名,数\n甲村,1\n乙村,\n', `${sum}{{数}}`);
  expect(said).toContain('失败的行在 出/未生成.csv。');
  expect(said).toContain('改好原来的表，加 --resume 再做');
});

test('rows in which a title is left empty above its text are told, made alike or by themselves', async () => {
  const plan = "标题: 要点\n正文:\n  - '{{#if 水库}}管水库{{/if}}': 好。\n  - 甲: '{{村名}}好。'\n";
  const table = `村名,水库\n${[...'甲乙丙丁戊己'].map((each) => `${each}村,${each === '丙' ? '有水' : ''}\n`).join('')}`;
  const said = '第 2、3、5、6、7 行：标题“{{#if 水库}}管水库{{/if}}”填好以后是空的';
  const run = await batch(table, plan);
  expect({ code: run.code, made: run.made.length }).toEqual({ code: 0, made: 6 });
  expect(run.said).toContain(said);
  expect((await batch(table, plan, '--dry-run')).said).toContain(said);
});

test('a plan that prints nothing of the table, and rows without text on their first page, are told', async () => {
  expect((await batch('村名,数\n甲村,1\n', '好')).said).toContain('各份印的完全一样');
  const long = '很长的单位'.repeat(120);
  const plan = "标题: 要点\n主送: ['{{单位}}']\n单位: 某单位\n日期: 2026-03-05\n正文:\n  - 甲: 好。\n";
  const table = `村名,单位\n甲村,一\n乙村,二\n丙村,三\n丁村,${long}\n戊村,五\n`;
  expect((await batch(table, plan)).said).toMatch(/第 5 行：主送机关太多，首页会没有正文/);
  expect((await batch(table, plan, '--dry-run')).said).toMatch(/第 5 行：主送机关太多/);
});

describe('what nobody sees', () => {
  const table: OfficeSheet = { ...villages(1, 2, 4), hiddenRows: [3] };
  test('rows are left out and told', async () => {
    const { made, said } = await batch(table, sum);
    expect(made).toEqual(['丙村：2村5', '甲村：2村5']);
    expect(said).toContain('隐藏的、筛选掉的没有做：第 3 行；要做就加 --include-hidden。');
    expect((await batch(table, sum, '--include-hidden')).made).toHaveLength(3);
  });
  test('columns are left out, told, and missed where they are asked for', async () => {
    const hidden = { ...villages(1, 2), hiddenColumns: [2] };
    const { code, made, said } = await batch(hidden, '好');
    expect({ code, made }).toEqual({ code: 0, made: ['乙村：好', '甲村：好'] });
    expect(said).toContain('隐藏的列没有读：数；要用就加 --include-hidden。');
    expect((await batch(hidden, words)).said).toContain('变量“数”没有值');
    expect((await batch(hidden, words, '--include-hidden')).made).toEqual(['乙村：2', '甲村：1']);
  });
});

test('a name over several columns is still theirs where the first of them is hidden', async () => {
  const rows: OfficeCell[][] = [
    ['村名', '上半年', null, '下半年', null],
    [null, '户', '人', '户', '人'],
    ['甲村', 1, 2, 3, 4],
  ];
  const merges = ['A1:A2', 'B1:C1', 'D1:E1'];
  const { made, said } = await batch({ rows, merges, hiddenColumns: [2] }, '{{上半年.人}}{{下半年.户}}');
  expect(made).toEqual(['甲村：23']);
  expect(said).toContain('隐藏的列没有读：上半年.户');
});

test('a day that has lost its format is told where most of its column are days', async () => {
  const { made, said } = await batch(
    '村名,数\n甲村,2026-03-05\n乙村,2026-03-06\n丙村,2005.6\n丁村,45000\n',
    words,
  );
  expect(made).toHaveLength(3);
  expect(said).toContain('第 5 行：“数”列“45000”：这一列别的格多半是日期，这一格是一个数');
  const { made: all } = await batch('村名,数\n甲村,2026-03-05\n乙村,不详\n丙村,四季度\n丁村,45000\n', words);
  expect(all).toHaveLength(4);
});

describe('what stands for nothing', () => {
  test('a stroke among numbers or names is an empty cell, told once', async () => {
    const { code, made, said } = await batch(
      '村名,数\n甲村,/\n乙村,2\n丙村,——\n丁村,无\n',
      '{{#if 数}}{{数}}{{else}}没有{{/if}}',
    );
    expect({ code, made }).toEqual({ code: 0, made: ['丁村：没有', '丙村：没有', '乙村：2', '甲村：没有'] });
    expect(said).toContain('“数”列里的“/”“—”按没有填处理：第 2、4 行。');
    expect((await batch('村名,数\n甲村,/\n乙村,2\n', words)).made).toEqual(['乙村：2']);
  });
  test('nor are names that blanks draw out printed without a word', async () => {
    const { said } = await batch('村名,数\n下 湾 村,1\n石桥村,2\n', words);
    expect(said).toContain('第 2 行“村名”列：“下 湾 村”的字与字之间有空格。删去空格。');
  });
  test('is told once where other rows have the same name', async () => {
    const { said } = await batch('村名,数\n甲村,/\n乙村,2\n乙村,3\n丙村,4\n', '{{#if 数}}{{数}}{{/if}}');
    expect(said).toContain('“数”列里的“/”“—”按没有填处理：第 2 行。');
  });
  test('a stroke among marks is one of them', async () => {
    expect((await batch('村名,数\n甲村,√\n乙村,/\n丙村,×\n', words)).made).toEqual([
      '丙村：×',
      '乙村：/',
      '甲村：√',
    ]);
  });
});

describe('dates', () => {
  const day = 46086;
  test.each<[string, number, string]>([
    ['yyyy"年"m"月"', day, '2026年3月'],
    ['yyyy"年"', day, '2026年'],
    ['m"月"d"日"', day, '3月5日'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日"', day, '二〇二六年三月五日'],
    ['[DBNum1]m"月"d"日"', 46357, '十二月一日'],
    ['上午/下午h:mm', 0.375, '上午9:00'],
    ['[$-804]AM/PM h:mm', 0.875, '下午 9:00'],
    ['h:mm AM/PM', 0.8125, '7:30 PM'],
    ['上午/下午h"时"mm"分"', 0.8125, '下午7时30分'],
    ['h:mm', 0.375, '9:00'],
    ['[h]:mm', 1.25, '30:00'],
    ['[$-804]aaaa', day, '星期四'],
    ['yyyy"年"m"月"d"日" aaaa', day, '2026年3月5日 星期四'],
    ['yyyy-mm', day, '2026-03'],
    ['"周"aaa', day, '周四'],
    ['yyyy"年"m"月"d"日 星期"aaa', day, '2026年3月5日 星期四'],
    ['yyyy"年"m"月"d"日"h"时"mm"分"', day + 0.375, '2026年3月5日9时00分'],
    ['yyyy/m/d h:mm', day + 0.375, '2026年3月5日9:00'],
    ['yyyy-mm-dd hh:mm:ss', day + 0.3755, '2026年3月5日09:00:43'],
  ])('%s', async (format, value, shown) => {
    expect((await batch(all(format, value), words)).made).toEqual([`甲村：${shown}`]);
  });
});

test.each([0, 0.5, 60])('the day %s never was', async (value) => {
  const { made, said } = await batch(all('yyyy-mm-dd', value, 46086), words);
  expect(made).toEqual(['乙村：2026年3月5日']);
  expect(said).toContain('没有这一天');
});

test('a text is shown in its format, too', async () => {
  const table = villages({ text: '120', format: '"平安"@"户"' });
  expect((await batch(table, words)).made).toEqual(['甲村：平安120户']);
});

test('what stands under no name is left alone and told; in a text it may have pushed the others aside', async () => {
  const rows: OfficeCell[][] = [
    ['村名', '数'],
    ['甲村', 1, null, '待核'],
    ['乙村', 2],
  ];
  const { code, made, said } = await batch({ rows }, words);
  expect({ code, made }).toEqual({ code: 0, made: ['乙村：2', '甲村：1'] });
  expect(said).toContain('没有列名的列没有读：D');
  const text = await batch('村名,数\n甲村,1,200\n乙村,2\n', words);
  expect({ code: text.code, made: text.made }).toEqual({ code: 1, made: ['乙村：2'] });
  expect(text.said).toContain('第 2 行：C列：这一格“200”上面没有列名，各格可能错开了。');
});

test('a day that is shown as a number among days is a bad cell', async () => {
  const { made, said } = await batch(villages({ value: 46086, format: 'yyyy-mm-dd' }, 46087), words);
  expect(made).toEqual(['甲村：2026年3月5日']);
  expect(said).toContain('第 3 行：“数”列“46087”：这一列别的格多半是日期，这一格是一个数');
});

test.each(['×', '没有', '暂无', '□', '—', '无', '0'])('%s is a no in a condition', async (sign) => {
  const table = `村名,数\n甲村,${sign}\n乙村,√\n`;
  expect((await batch(table, '{{#if 数}}有{{else}}无{{/if}}')).made).toEqual(['乙村：有', '甲村：无']);
});

describe('names of columns as offices write them', () => {
  test.each<[string, string]>([
    ['户数(户)', '{{户数(户)}}'],
    ['户数（户）', '{{户数（户）}}'],
    ['占比%', '{{占比%}}'],
    ['人口/人', '{{人口/人}}'],
    ['1月', '{{1月}}'],
    ['2026', '{{2026}}'],
    ['人均(元/人)', '{{人均(元/人)}}'],
    ['A&B', '{{A&B}}'],
    ['A+B', '{{A+B}}'],
    ['任务#1', '{{任务#1}}'],
    ['同比+/-', '{{同比+/-}}'],
    ['户数*', '{{户数*}}'],
    ['格', '{{格}}'],
    ['日期', '{{日期}}'],
    ['No.', '{{No}}'],
    ['No.', '{{No.}}'],
    ['编号No.', '{{#if 编号No.}}{{#if (等于 编号No "5")}}{{格 编号No.}}{{/if}}{{/if}}'],
    ['编号No.', '{{汇总 "编号No." 村名.}}'],
    ['No.1', '{{No.1}}'],
    ['支书.12.1', '{{#if (有 支书.12.1)}}{{支书.12.1}}{{/if}}'],
    ['金额(万元).', '{{金额(万元).}}'],
    ['1．户数', '{{1．户数}}'],
    ['3.5米路', '{{3.5米路}}'],
    ['户数(户)', '{{#if 户数(户)}}{{#if (等于 户数(户) "5")}}{{汇总 "户数(户)"}}{{/if}}{{/if}}'],
    ['人口/人', '{{汇总 "人口/人"}}'],
    ['占比%', '{{汇总 "占比%" 村名}}'],
  ])('%s in %s', async (column, text) => {
    const { made, said } = await batch(`村名,"${column}"\n甲村,5\n`, text, '--name', `{{村名}}`);
    expect(made, said).toEqual(['甲村：5']);
  });
  test('in names of files', async () => {
    expect(
      (await batch('村名,户数(户),人口/人\n甲村,5,6\n', '好', '--name', '{{户数(户)}}-{{人口/人}}')).made,
    ).toEqual(['5-6：好']);
  });
  test.each([
    ['数=量', '{{数＝量}}'],
    ['数|量', '{{数｜量}}'],
    ['<数>', '{{＜数＞}}'],
    ['(数)', '{{（数）}}'],
    ['数[户]', '{{数［户］}}'],
    ['@数', '{{＠数}}'],
  ])('%s, which is none as it stands, is told with the form that works', async (column, text) => {
    const table = `村名,${column}\n甲村,5\n`;
    expect((await batch(table, `{{${column}}}`)).said).toContain(`写成“${text}”`);
    expect((await batch(table, text)).made).toEqual(['甲村：5']);
  });
  test('a slip is told with the name that works', async () => {
    expect((await batch('村名,户数(户)\n甲村,5\n', '{{户数(戸)}}')).said).toContain('是不是“户数(户)”？');
    expect((await batch('村名,人口,人口/人\n甲村,5,6\n', '{{人口／人}}{{人口}}')).made).toEqual(['甲村：65']);
  });
});

describe('columns of one name', () => {
  const table = '村名,备注,数,备注\n甲村,左,5,右\n';
  test('are called one after the other, and the name alone is refused with the place where it stands', async () => {
    expect((await batch(table, '{{数}}')).made).toEqual(['甲村：5']);
    expect((await batch(table, '{{备注（2）}}{{备注（1）}}')).made).toEqual(['甲村：右左']);
    for (const text of ['{{备注}}', '{{#if 备注}}好{{/if}}']) {
      const { code, said } = await batch(table, text);
      expect(code).toBe(1);
      expect(said).toContain('计划.yaml:3:');
      expect(said).toContain('表里叫“备注”的不止一列，不知道是哪一列。');
      expect(said).toContain('照先后写成：{{备注（1）}}、{{备注（2）}}；或者在表里改列名。');
    }
    expect((await batch(table, '{{备注}}', '--set', '备注=无')).code).toBe(2);
    expect((await batch(table, '好', '--name', '{{备注}}')).said).toContain('备注（1）、数、备注（2）');
  });
});

describe('heads of several rows', () => {
  const year = ['上半年', null, '下半年', null];
  test('with merged cells', async () => {
    const table: OfficeSheet = {
      rows: [
        ['2026年各村情况表'],
        ['镇', '村名', ...year],
        [null, null, '户数', '人口', '户数', '人口'],
        ['平安镇', '甲村', 1, 2, 3, 4],
        [null, '乙村', 5, 6, 7, 8],
        ['合计', null, 6, 8, 10, 12],
      ],
      merges: ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'A4:A5'],
    };
    const text = '{{镇}}{{上半年.户数}}{{下半年.人口}}/{{汇总 "上半年.户数"}}';
    expect((await batch(table, text)).made).toEqual(['乙村：平安镇58/6', '甲村：平安镇14/6']);
  });
  test('whose names are all parted', async () => {
    const table: OfficeSheet = {
      rows: [
        ['情况', null, '上半年', null],
        ['村名', '镇', '户数', '人口'],
        ['甲村', '平安镇', 1, 2],
      ],
      merges: ['A1:B1', 'C1:D1'],
    };
    const { made } = await batch(table, '{{上半年.人口}}', '--name', '{{情况.村名}}');
    expect(made).toEqual(['甲村：2']);
  });
  test('of three levels', async () => {
    const table: OfficeSheet = {
      rows: [
        ['村名', '2026年', null, null, null],
        [null, ...year],
        [null, '户数', '人口', '户数', '人口'],
        ['甲村', 1, 2, 3, 4],
      ],
      merges: ['A1:A3', 'B1:E1', 'B2:C2', 'D2:E2'],
    };
    expect((await batch(table, '{{2026年.上半年.户数}}{{2026年.下半年.人口}}')).made).toEqual(['甲村：14']);
  });
  test('as CSV keeps them', async () => {
    const table =
      '镇,村名,上半年,,下半年,\n,,户数,人口,户数,人口\n平安镇,甲村,1,2,3,4\n平安镇,乙村,5,6,7,8\n';
    expect((await batch(table, '{{镇}}{{上半年.户数}}{{下半年.人口}}')).made).toEqual([
      '乙村：平安镇58',
      '甲村：平安镇14',
    ]);
  });
  test('a single row stays one, whatever stands below it', async () => {
    expect((await batch('村名,备注,数\n甲村,,\n乙村,好,5\n', '好')).made).toHaveLength(2);
    expect((await batch('村名,支书\n甲村,高望舒\n', '{{支书}}')).made).toEqual(['甲村：高望舒']);
  });
});

describe('dates in sentences', () => {
  const table = '村名,开工,完工\n甲村,2026-03-05,2026-12-31 9:30\n';
  test.each<[string, string]>([
    ['{{开工}}', '2026年3月5日'],
    ['{{日期 完工 "M月d日H时mm分"}}', '12月31日9时30分'],
    ['{{日期 完工 "HH:mm"}}', '09:30'],
    ['{{完工}}', '2026年12月31日9:30'],
    ['{{日期 开工 "M月"}}', '3月'],
    ['{{日期 开工 "yyyy年M月"}}', '2026年3月'],
    ['{{日期 开工 "MM/dd"}}', '03/05'],
    ['{{日期 开工 "汉字"}}', '二〇二六年三月五日'],
    ['{{日期 开工 "M月d日（星期）"}}', '3月5日（星期四）'],
    ['{{日期 完工 "yy-MM-dd"}}', '26-12-31'],
    ['{{#if (等于 开工 "2026-03-05")}}是{{/if}}', '是'],
  ])('%s', async (text, printed) => {
    expect((await batch(table, text)).made).toEqual([`甲村：${printed}`]);
  });
  test.each<[string, string]>([
    ['2026/3/5', '2026年3月5日'],
    ['2026/3/5 0:00', '2026年3月5日'],
    ['2026/3/5 9:30', '2026年3月5日9:30'],
    ['2026-03-05 09:30:00', '2026年3月5日09:30'],
    ['2026-03-05T09:30:15', '2026年3月5日09:30:15'],
  ])('%s, as programs save it', async (written, printed) => {
    expect((await batch(`村名,数\n甲村,${written}\n`, words)).made).toEqual([`甲村：${printed}`]);
  });
  test('what is no date is told', async () => {
    expect((await batch(table, '{{日期 开工 "H时"}}')).said).toContain('没有写到哪一天、几点，不能写成“H时”');
    expect((await batch(table, '{{日期 开工 "Q季度"}}')).said).toContain('不能写成“Q季度”');
    expect((await batch('村名,开工\n甲村,下月\n', '{{日期 开工 "M月"}}')).said).toContain('“下月”不是日期');
    expect((await batch('村名,开工\n甲村,2026年3月\n', '{{日期 开工 "M月d日"}}')).said).toContain(
      '没有写到哪一天',
    );
  });
  test('file names keep them short, and deadlines of plans are printed in full', async () => {
    expect((await batch(table, '好', '--name', '{{开工}}')).made).toEqual(['2026-03-05：好']);
    const cwd = folder();
    const plan = "标题: 要点\n正文:\n  - 甲:\n      内容: 好。\n      时限: '2026-12-31'\n";
    writeFileSync(path.join(cwd, '计划.yaml'), plan);
    const { out } = await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-'], cwd);
    expect(out).toContain('2026年12月31日');
  });
});

test('columns of figures are used, and a report for standard output goes there', async () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), `标题: 要点\n正文:\n  - 甲: '{{汇总 "数" 镇}}'\n`);
  writeFileSync(path.join(cwd, '村.csv'), '村名,数,镇\n甲村,1,一\n');
  const args = ['batch', '计划.yaml', '--data', '村.csv', '-f', 'md', '--report', '-'];
  const { out, err } = await pingan(args, cwd);
  expect(err).not.toContain('没有用到');
  expect(JSON.parse(out)).toMatchObject({ total: 1, made: 1 });
  expect(readdirSync(cwd)).not.toContain('-');
  expect((await pingan([...args.slice(0, -2), '--index', '-'], cwd)).err).toContain('--index 要写成文件');
});

test.each<[string[], string[]]>([
  [['资料(新)/*.yaml'], ['资料(新)/三.yaml']],
  [['{甲,乙}'], ['甲/一.yaml', '乙/二.yaml']],
  [['{甲,乙}/*.yaml', '!乙'], ['甲/一.yaml']],
  [['!甲'], ['乙/二.yaml', '资料(新)/三.yaml']],
  [['.', '!{甲,乙}'], ['资料(新)/三.yaml']],
  [['资料*'], ['资料(新)/三.yaml']],
])('plans that %o mean', async (patterns, files) => {
  const cwd = folder();
  for (const file of ['甲/一.yaml', '乙/二.yaml', '资料(新)/三.yaml']) {
    mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
    writeFileSync(path.join(cwd, file), '标题: 要点\n正文: 好。\n');
  }
  const { out } = await pingan(['lint', ...patterns, '-f', 'json'], cwd);
  expect(files.every((file) => out.includes(file))).toBe(true);
  expect(out.match(/[一二三]\.yaml/g)?.every((file) => files.some((each) => each.endsWith(file)))).toBe(true);
  if (patterns.every((pattern) => pattern.startsWith('!'))) return;
  writeFileSync(path.join(cwd, '甲/村.yaml'), '- 村名: 甲村\n');
  expect(await pingan(['gen', ...patterns, '-f', 'md', '-o', '出/'], cwd)).toMatchObject({ code: 0 });
  const made = files.map((file) => path.basename(file).replace('.yaml', '.md'));
  expect(readdirSync(path.join(cwd, '出'))).toEqual(made);
});

test('--dry-run says what would be made and why not, and writes nothing', async () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), "标题: 要点\n正文:\n  - 甲: '{{数}}'\n");
  writeFileSync(path.join(cwd, '村.csv'), '村名,数\n甲村,1\n乙村,\n丙村,3\n合计,4\n');
  const args = ['batch', '计划.yaml', '--data', '村.csv', '--name', '{{村名}}', '--dry-run'];
  const { code, out, err } = await pingan(args, cwd);
  expect({ code, out }).toEqual({ code: 1, out: '第 2 行\t甲村.docx\n第 4 行\t丙村.docx\n' });
  expect(err).toContain('第 5 行（合计）');
  expect(err).toContain('第 3 行：“数”列：这一格是空的');
  expect(readdirSync(cwd).sort()).toEqual(['村.csv', '计划.yaml']);
});
