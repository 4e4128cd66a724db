import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { batch } from './batched.ts';
import type { OfficeSheet } from './office-table.ts';
import { folder, pingan } from './run.ts';

describe('several rows of one village', () => {
  const table = '村名,项目,资金\n甲村,路灯,5\n乙村,水渠,7\n甲村,广场,8\n';
  const of = (text: string, ...more: string[]) => batch(table, text, '--group', '村名', ...more);
  test('are a list that texts go through, and figures are over all of them', async () => {
    const { code, made } = await of(
      '{{村名}}{{#each 各行}}{{项目}}{{资金}}万元；{{/each}}{{计数}}村{{汇总 "资金"}}',
    );
    expect({ code, made }).toEqual({
      code: 0,
      made: ['乙村：乙村水渠7万元；2村20', '甲村：甲村路灯5万元；广场8万元；2村20'],
    });
    expect((await of('{{并列 项目}}')).made).toEqual(['乙村：水渠', '甲村：路灯、广场']);
    expect((await of('{{汇总 "资金" 村名}}')).made).toEqual(['乙村：7', '甲村：13']);
  });
  test('a bad one among them is the village’s, and all of them are in the list of failed rows', async () => {
    const { code, made, failed } = await batch(
      `${table}甲村,,1.38E+10\n`,
      '{{#each 各行}}{{资金}}；{{/each}}',
      '--group',
      '村名',
    );
    expect({ code, made }).toEqual({ code: 1, made: ['乙村：7；'] });
    expect(
      failed
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    ).toEqual(['2', '4', '5']);
  });
  test('a column that isn’t there is told', async () => {
    expect((await batch(table, '好', '--group', '镇')).said).toContain(
      '--group：表里没有“镇”列；有：村名、项目、资金。',
    );
  });
});

test('the rows of a table are printed for each entry of a list', async () => {
  const cwd = folder();
  const table = `标题: 要点\n变量: {人: [{姓名: 张三}, {姓名: 李四}]}\n正文:\n  - 甲:\n      表格:\n        列: [序号, 项目]\n        逐行: 各行\n        行: [['{{序}}', '{{村名}}{{项目}}']]\n`;
  writeFileSync(path.join(cwd, '计划.yaml'), table);
  writeFileSync(path.join(cwd, '村.csv'), '村名,项目\n甲村,路灯\n乙村,水渠\n甲村,广|场\n');
  const args = ['batch', '计划.yaml', '--data', '村.csv', '-f', 'md,docx', '-o', '出', '--name', '{{村名}}'];
  expect(await pingan([...args, '--group', '村名'], cwd)).toMatchObject({ code: 0 });
  const made = readFileSync(path.join(cwd, '出/甲村.md'), 'utf8');
  expect(made).toMatch(/\| 1 +\| 甲村路灯 +\|\n\| 2 +\| 甲村广\\\|场 +\|/);
  expect(readFileSync(path.join(cwd, '出/乙村.md'), 'utf8')).not.toContain('| 2');
  expect((await pingan(args, cwd)).err).toContain('“各行”不是列表，不能逐行印。');
  writeFileSync(
    path.join(cwd, '计划.yaml'),
    table.replace('逐行: 各行', '逐行: 人').replace('{{村名}}{{项目}}', '{{姓名}}'),
  );
  const { out } = await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-'], cwd);
  expect(out).toMatch(/\| 1 +\| 张三 +\|\n\| 2 +\| 李四 +\|/);
});

describe('{{#each}} among the rows of a table', () => {
  const printed = async (
    rows: string,
    more = '变量: {人: [{姓名: 张三, 村: 甲}, {姓名: 李四, 村: ""}], 名: [王五, 赵六], 空: [], 线: "孙七\\n周八"}',
  ) => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '计划.yaml'), `标题: 要点\n${more}\n正文:\n  - 甲:\n      表格:${rows}\n`);
    const { out, err } = await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-'], cwd);
    const lines = out.split('\n').filter((line) => line.startsWith('|') && !line.includes('---'));
    return lines.length === 0
      ? err
      : lines
          .map((line) =>
            line
              .split('|')
              .slice(1, -1)
              .map((cell) => cell.trim())
              .join('|'),
          )
          .join(' ');
  };
  const fields = (rows: string) => printed(`\n        列: [姓名, 村]\n        行:${rows}`);
  const marks = '\n          {{#each 人}}\n          {{姓名}} | {{村}}\n          {{/each}}';
  test.each<[string, string, string]>([
    ['as text', ` |${marks}`, '张三|甲 李四|'],
    ['with rows around them', ` |\n          头 | 1${marks}\n          尾 | 2`, '头|1 张三|甲 李四| 尾|2'],
    ['at the ends of a row', ' |\n          {{#each 人}}{{姓名}} | {{村}}{{/each}}', '张三|甲 李四|'],
    [
      'among lists',
      "\n          - '{{#each 人}}'\n          - ['{{姓名}}', '{{村}}']\n          - '{{/each}}'",
      '张三|甲 李四|',
    ],
    ['at the ends of a list', " [['{{#each 人}}{{姓名}}', '{{序}}{{/each}}']]", '张三|1 李四|2'],
    [
      'several rows',
      ' |\n          {{#each 人}}\n          {{姓名}} | 一\n          {{村}} | 二\n          {{/each}}',
      '张三|一 甲|二 李四|一 |二',
    ],
    [
      'texts alone',
      ' |\n          {{#each 名}}\n          {{this}} | {{值}}\n          {{/each}}',
      '王五|王五 赵六|赵六',
    ],
    [
      'names of the entry',
      " [['{{#each 人}}{{this.姓名}}', '{{#if this.村}}有{{/if}}{{/each}}']]",
      '张三|有 李四|',
    ],
    [
      'lines of a text',
      ' |\n          {{#each 线}}\n          {{this}} | {{序}}\n          {{/each}}',
      '孙七|1 周八|2',
    ],
    [
      'an empty list',
      ' |\n          头 | 1\n          {{#each 空}}\n          {{this}} | 甲\n          {{/each}}',
      '头|1',
    ],
    ['within a cell', " [['{{#each 名}}{{this}}；{{/each}}', 甲]]", '王五；赵六；|甲'],
  ])('%s', async (_, rows, expected) => expect(await fields(rows)).toBe(`姓名|村 ${expected}`));

  test('in a table that is typed', async () =>
    expect(
      await printed(
        ` |\n        姓名 | 村\n        {{#each 人}}\n        {{姓名}} | {{村}}\n        {{/each}}`,
      ),
    ).toBe('姓名|村 张三|甲 李四|'));

  test.each([
    [
      ' |\n          {{#each 人}}\n          {{姓名}} | 甲',
      '计划.yaml:8:19 错误 “行”里的“{{#each …}}”和“{{/each}}”不配对',
    ],
    [' |\n          {{姓名}} | 甲\n          {{/each}}', '不配对'],
    [
      ' |\n          {{#each 人}}\n          {{#each 名}}\n          甲 | 乙\n          {{/each}}\n          {{/each}}',
      '不配对，或者一个套着一个',
    ],
    [` |${marks}\n        逐行: 名`, '写了“逐行”，“行”里又写了“{{#each}}”。'],
    [' |\n          {{#each 人}}\n          {{姓名}}\n          {{/each}}', '这一行有1格，表头有2列'],
    [' |\n          {{#each 谁}}\n          甲 | 乙\n          {{/each}}', '“谁”不是列表，不能逐行印。'],
    [' |\n          {{#each 人}}\n          {{电话}} | 甲\n          {{/each}}', '变量“电话”没有值。'],
  ])('%o is told', async (rows, message) => expect(await fields(rows)).toContain(message));
});

describe('a text of several lines is a list', () => {
  const table = '村名,项目\n甲村,"路灯\n\n 水渠"\n乙村,广场\n丙村,"a\\nb"\n';
  test.each([
    ['{{#each 项目}}{{this}}；{{/each}}', ['丙村：a\\\\nb；', '乙村：广场；', '甲村：路灯；水渠；']],
    ['{{并列 项目}}', ['丙村：a\\\\nb', '乙村：广场', '甲村：路灯、水渠']],
    ['{{#each 项目}}{{@index}}{{/each}}', ['丙村：0', '乙村：0', '甲村：01']],
  ])('%s', async (text, made) => expect((await batch(table, text)).made).toEqual(made));
});

test('a list that belongs to several rows of a village is told once of it', async () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), "标题: 要点\n正文: '{{村名}}{{#each 项目}}{{名}}{{/each}}'\n");
  writeFileSync(path.join(cwd, '村.csv'), '村名,户\n甲村,1\n乙村,2\n甲村,3\n');
  writeFileSync(path.join(cwd, '项目.csv'), '村名,名\n甲村,1.38E+10\n乙村,\n');
  const args = ['batch', '计划.yaml', '--data', '村.csv', '--list', '项目=项目.csv', '--group', '村名'];
  const { err } = await pingan([...args, '-o', '出', '-f', 'md', '--name', '{{村名}}'], cwd);
  expect(err).toContain('✘ 第 2 行：“项目”列：第 2 行“名”列“1.38E+10”：是科学记数法');
  expect(err).toContain('✘ 第 3 行：“项目”里有一项的“名”没有值。');
  expect(readFileSync(path.join(cwd, '出/未生成.csv'), 'utf8').match(/科学记数法/g)).toHaveLength(2);
});

describe('a list that is printed whole is told with what to write', () => {
  const table = '村名,资金,镇\n甲村,5,一\n甲村,8,一\n乙村,7,一\n丙村,9,一\n丙村,,一\n';
  test('in texts and names of files, unless it is one text', async () => {
    const { made, said } = await batch(table, '{{镇}}{{资金}}', '--group', '村名');
    expect(made).toEqual(['丙村：一9', '乙村：一7']);
    expect(said).toContain('第 2 行：变量“资金”是一列值，不知道中间写什么、是不是要加起来。');
    const named = await batch(table, '好', '--group', '村名', '--name', '{{村名}}{{资金}}');
    expect(named.said).toContain('第 2 行：文件名里的变量“资金”是一列值');
    const within = await batch(table, '{{#each 各行}}{{../资金}}{{/each}}', '--group', '村名');
    expect(within.said).toContain('第 2 行：变量“资金”是一列值，不知道中间写什么、是不是要加起来。');
  });
  test('in plans', async () => {
    const cwd = folder();
    writeFileSync(
      path.join(cwd, '计划.yaml'),
      "标题: 要点\n变量: {人: [张三, 李四]}\n正文:\n  - 甲: '{{人}}'\n",
    );
    const { code, err } = await pingan(['gen', '计划.yaml'], cwd);
    expect(code).toBe(1);
    expect(err).toContain('写成 {{并列 人}}（中间加顿号）；逐个写用 {{#each 人}}{{this}}{{/each}}');
  });
});

describe('lists from a second sheet', () => {
  const villages: OfficeSheet = {
    name: '各村',
    rows: [
      ['镇', '村名', '支书'],
      ['平安镇', '甲村', '张三'],
      ['平安镇', '乙村', '李四'],
      ['长宁镇', '甲村', '王五'],
      ['合计', null, null],
    ],
  };
  const projects: OfficeSheet = {
    name: '项目清单',
    rows: [
      ['2026年项目清单'],
      ['镇', '村名', '项目', '资金', '备注'],
      ['平安镇', '甲村', '路灯', 5, null],
      ['平安镇', '丁村', '水渠', 7, null],
      ['长宁镇', '甲村', '广场', 8, { error: '#N/A' }],
      ['平安镇', '甲村', '公厕', '/', '续建'],
      ['合计', null, null, 20, null],
    ],
    hiddenRows: [4],
  };
  const text = '{{支书}}：{{#each 项目清单}}{{项目}}{{#if 资金}}{{资金}}{{/if}}；{{/each}}';
  const name = ['--name', '{{镇}}{{村名}}'];
  const list = ['--list', '项目清单:镇,村名'];
  test('each village has its own rows, and what belongs to none is told', async () => {
    const { code, made, said } = await batch([villages, projects], text, ...name, ...list);
    expect({ code, made }).toEqual({
      code: 0,
      made: ['平安镇乙村：李四：', '平安镇甲村：张三：路灯5；公厕；', '长宁镇甲村：王五：广场8；'],
    });
    expect(said).toContain('“项目清单”里不是数据、没有印的：第 7 行（合计）。');
    expect(said).toContain('“项目清单”里不是数据、没有印的：第 4 行（隐藏）。');
    expect(said).toContain('表里第 3 行，在“项目清单”里一行也没有。');
    const all = await batch([villages, projects], text, ...name, ...list, '--include-hidden');
    expect(all.said).toContain('“项目清单”里有 1 行，表里没有对得上的“镇、村名”，没有印：第 4 行。');
  });
  test('a bad cell of it is a bad row of the village, where it is asked for', async () => {
    const { code, made, said } = await batch(
      [villages, projects],
      '{{#each 项目清单}}{{项目}}{{#if 备注}}{{备注}}{{/if}}{{/each}}',
      ...name,
      ...list,
    );
    expect({ code, made }).toEqual({ code: 1, made: ['平安镇乙村：', '平安镇甲村：路灯公厕续建'] });
    expect(said).toContain('第 4 行：“项目清单”列：第 5 行“备注”列“#N/A”：公式算出了错误 #N/A。');
  });
  test('they are printed as rows of a table, with names of one’s own, from another file, for groups', async () => {
    const plan =
      '标题: 要点\n正文:\n  - 甲:\n      表格:\n        列: [项目, 资金]\n        行: |\n          {{#each 项目}}\n          {{项目}} | {{资金}}\n          {{/each}}\n';
    const { made } = await batch([villages, projects], plan, ...name, '--list', '项目=项目清单:镇，村名');
    expect(made[1]?.split('\n').slice(2)).toEqual(['| 路灯 | 5 |', '| 公厕 |  |']);
    const cwd = folder();
    writeFileSync(
      path.join(cwd, '计划.yaml'),
      "标题: 要点\n正文:\n  - 甲: '{{#each 项目}}{{项目}}；{{/each}}{{#each 各行}}{{组}}；{{/each}}'\n",
    );
    writeFileSync(path.join(cwd, '村.csv'), '村名,组,户数\n甲村,一组,1\n甲村,二组,2\n');
    writeFileSync(path.join(cwd, '项目.csv'), '村名,项目\n甲村,路灯\n乙村,水渠\n');
    const args = [
      'batch',
      '计划.yaml',
      '--data',
      '村.csv',
      '-o',
      '出',
      '-f',
      'md',
      '--group',
      '村名',
      '--list',
    ];
    expect(await pingan([...args, '项目.csv'], cwd)).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(cwd, '出/甲村计划.md'), 'utf8')).toContain('路灯；一组；二组；');
    expect((await pingan([...args, '项目清单'], cwd)).err).toContain(
      '村.csv 没有别的工作表；另一张表写文件名',
    );
  });
  test.each([
    [['--list', '项目清单'], '“项目清单”和表里都有 镇、村名，写明照哪几列对：--list 项目清单:镇,村名。'],
    [['--list', '项目清单:村'], '表里没有“村”列；有：镇、村名、支书。'],
    [['--list', '没有:村名'], '里没有工作表“没有”；有：各村、项目清单。'],
    [['--list', '支书=项目清单:村名'], '表里已经有“支书”列'],
    [['--list', '各村'], '都有 镇、村名、支书'],
  ])('%o is refused', async (more, message) => {
    const { code, said } = await batch([villages, projects], '好', ...name, ...more);
    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining(message) });
  });
});

test.each([
  [
    '村.json',
    JSON.stringify([
      { 村名: '甲村', 人: [{ 姓名: '张三', 职: { 名: '主任' } }, { 姓名: '李四' }] },
      { 村名: '乙村', 人: [] },
    ]),
  ],
  ['村.yaml', '- {村名: 甲村, 人: [{姓名: 张三, 职: {名: 主任}}, {姓名: 李四}]}\n- {村名: 乙村, 人: []}\n'],
])(
  'lists of a record in %s are gone through, and a name that no entry has is told',
  async (data, records) => {
    const cwd = folder();
    writeFileSync(path.join(cwd, data), records);
    const plan = (text: string) =>
      writeFileSync(path.join(cwd, '计划.yaml'), `标题: 要点\n正文: '${text}'\n`);
    const run = () =>
      pingan(['batch', '计划.yaml', '--data', data, '-o', '出', '-f', 'md', '--name', '{{村名}}'], cwd);
    plan('{{#each 人}}{{姓名}}{{#if 职}}（{{职.名}}）{{/if}}；{{else}}没有人。{{/each}}');
    expect(await run()).toMatchObject({ code: 0 });
    const made = (name: string) => readFileSync(path.join(cwd, '出', `${name}.md`), 'utf8');
    expect(made('甲村')).toContain('张三（主任）；李四；');
    expect(made('乙村')).toContain('没有人。');
    plan('{{#each 人}}{{名字}}{{/each}}');
    expect((await run()).err).toContain('变量“名字”没有值。');
    plan('{{#each 人}}{{句 姓}}{{#if 职.各}}{{/if}}{{句 ../村明}}{{句 职.名}}{{/each}}');
    const told = (await run()).err.split('\n').filter((line) => /错误 |改法/.test(line));
    expect(told.map((line) => line.replace(/^.*(?:错误|改法) /, ''))).toEqual([
      '变量“姓”没有值。',
      '“人”里有：姓名、职、职.名。',
      '变量“职.各”没有值。',
      '是不是“职.名”？“人”里有：姓名、职、职.名。',
      '变量“村明”没有值，表里也没有这一列。',
      '是不是“村名”？表里的列：村名、人。',
    ]);
  },
);

test('names of lists within lists are those of all their entries, in whatever record', async () => {
  const cwd = folder();
  const people = [
    { 村名: '甲村', 人: [{ '姓 名': '张三', 户: [{ 名: '一' }, { 口: '3', 到任: '2026-03-05' }] }] },
    { 村名: '乙村', 人: [{ 姓名: '李四', 支书: { 电话: '1' } }, { 姓名: '王五' }] },
  ];
  writeFileSync(path.join(cwd, '村.json'), JSON.stringify(people));
  const run = async (text: string) => {
    writeFileSync(path.join(cwd, '计划.yaml'), `标题: 要点\n正文: '${text}'\n`);
    const args = ['batch', '计划.yaml', '--data', '村.json', '-o', '出', '-f', 'md', '--name', '{{村名}}'];
    const { code, err } = await pingan(args, cwd);
    if (code !== 0) return err;
    return ['甲村', '乙村'].map((name) =>
      readFileSync(path.join(cwd, '出', `${name}.md`), 'utf8')
        .split('\n')
        .find((line) => line.startsWith('　　') || line.includes('。')),
    );
  };
  expect(
    await run(
      '{{#each 人}}{{姓名}}{{#if 支书}}有{{/if}}{{#each 户}}{{句 名}}{{句 口}}{{#if 到任}}{{日期 到任 "M月"}}{{/if}}{{/each}}{{/each}}。',
    ),
  ).toEqual(['张三一。3。3月。', '李四有王五。']);
  expect(await run('{{#each 人}}{{#each 户}}{{#if 人口}}{{/if}}{{/each}}{{/each}}')).toContain(
    '是不是“口”？“户”里有：名、口、到任。',
  );
});
