import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { folder, pingan } from './run.ts';

const plan = `标题: '{{村名}}工作要点'
单位: '{{村名}}村民委员会'
主送: 各村民小组
年度: 2026
日期: 2026-03-05
正文:
  - 抓好排查: |
      {{镇}}{{村名}}共{{户数}}户。{{#if 企业}}有企业{{企业}}家。{{/if}}
`;
const table = '镇,村名,户数,企业\n平安镇,柳溪村,120,3\n平安镇,石桥村,98,\n长宁镇,梅岭村,233,0\n';

function set(files: Record<string, string | Uint8Array>): string {
  const cwd = folder();
  for (const [name, text] of Object.entries({ '计划.yaml': plan, '村.csv': table, ...files }))
    writeFileSync(path.join(cwd, name), text);
  return cwd;
}

const batch = (cwd: string, ...more: string[]) =>
  pingan(
    ['batch', '计划.yaml', '--data', '村.csv', '-o', '出', '-f', 'md', '--name', '{{镇}}/{{村名}}', ...more],
    cwd,
  );

function files(cwd: string, of = '出'): string[] {
  return readdirSync(path.join(cwd, of), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(md|docx|csv)$/.test(name))
    .sort();
}

test('an ending that was typed into the pattern of names is not doubled', async () => {
  const cwd = set({});
  await batch(cwd, '--name', '{{村名}}.docx');
  expect(files(cwd).every((name) => !name.includes('.docx'))).toBe(true);
  expect(files(cwd).length).toBeGreaterThan(0);
});

const text = (cwd: string, file: string) => readFileSync(path.join(cwd, '出', file), 'utf8');

test('each row becomes the document that gen makes of its values', async () => {
  const cwd = set({});
  const { code, err } = await batch(cwd, '-f', 'docx');
  expect({ code, err }).toEqual({ code: 0, err: '✔ 共 3 行，生成 3。\n' });
  expect(files(cwd)).toEqual(
    ['平安镇/柳溪村', '平安镇/石桥村', '长宁镇/梅岭村'].flatMap((name) => [`${name}.docx`, `${name}.md`]),
  );
  expect(text(cwd, '平安镇/柳溪村.md')).toContain('平安镇柳溪村共120户。有企业3家。');
  expect(text(cwd, '长宁镇/梅岭村.md')).toContain('长宁镇梅岭村共233户。\n');
  const values = ['镇=平安镇', '村名=柳溪村', '户数=120', '企业=3'].flatMap((each) => ['--set', each]);
  await pingan(['gen', '计划.yaml', '-o', '一.docx', ...values], cwd);
  expect(readFileSync(path.join(cwd, '出/平安镇/柳溪村.docx'))).toEqual(
    readFileSync(path.join(cwd, '一.docx')),
  );
});

test('without --name a document is called by its first column and the plan', async () => {
  const cwd = set({ '村.csv': '村名,镇,户数,企业\n柳溪村,平安镇,1,\n' });
  await pingan(['batch', '计划.yaml', '--data', '村.csv'], cwd);
  expect(files(cwd, '输出')).toEqual(['柳溪村计划.docx']);
});

test('what doesn’t fit between plan and table is said at once, before anything is written', async () => {
  const cwd = set({ '村.csv': '镇名,村名,户 数,备注\n平安镇,柳溪村,120,好\n' });
  const { code, err } = await pingan(['batch', '计划.yaml', '--data', '村.csv', '-o', '出'], cwd);
  expect(code).toBe(1);
  expect(err).toContain('计划.yaml:8:9 错误 变量“镇”没有值，表里也没有这一列。');
  expect(err).toContain('改法 是不是“镇名”？表里的列：镇名、村名、户数、备注。');
  expect(err).toContain('变量“企业”没有值');
  expect(err).toContain('计划.yaml 有 2 处错误，没有生成文件。');
  expect(existsSync(path.join(cwd, '出'))).toBe(false);
});

test('columns that nothing asks for are named', async () => {
  const cwd = set({ '村.csv': table.replace('企业', '企业,备注').replace('120,3', '120,3,甲') });
  expect((await batch(cwd)).err).toContain('表里有 1 列计划没有用到：备注。');
});

test('a bad row doesn’t keep the others from being made, and can be corrected and fed back', async () => {
  const rows = [
    '镇,村名,户数,企业',
    '平安镇,甲村,,',
    '平安镇,乙村,5,',
    '平安镇,,6,',
    '平安镇,丙村,7,',
    '平安镇,丙村,8,',
    '',
  ];
  const cwd = set({ '村.csv': rows.join('\n') });
  const { code, err } = await batch(cwd, '--report', '报告.json');
  expect(code).toBe(1);
  expect(err).toBe(
    [
      '失败的行在 出/未生成.csv，改好以后可以直接用 --data 再做这些行。',
      '✘ 第 2 行：“户数”列：这一格是空的，计划里却要印出来。在“户数”列填上，或在计划里用 {{#if 户数}}…{{/if}} 包起来。',
      '✘ 第 4 行：文件名里的变量“村名”没有值。',
      '✘ 第 5、6 行：文件名都是“平安镇/丙村”（第 5、6 行）。在 --name 里加上能区分它们的列，如 {{镇}}/{{村名}}；一个村占几行、要做成一份的，加 --group 村名。',
      '✘ 共 5 行，生成 1，失败 4。',
      '',
    ].join('\n'),
  );
  expect(files(cwd)).toEqual(['平安镇/乙村.md', '未生成.csv']);
  expect(JSON.parse(readFileSync(path.join(cwd, '报告.json'), 'utf8'))).toMatchObject({
    version: 1,
    total: 5,
    made: 1,
    failed: [
      { row: 2, name: '平安镇/甲村', faults: [{ column: '户数', value: '' }] },
      { row: 4 },
      { row: 5 },
      { row: 6 },
    ],
    finished: true,
  });
  const left = text(cwd, '未生成.csv');
  expect(left).toContain('2,“户数”：这一格是空的，计划里却要印出来。,平安镇,甲村,,\r\n');
  const mended = left.replace('甲村,,', '甲村,4,').replace('镇,,6', '镇,丁村,6').replace('丙村,8', '戊村,8');
  writeFileSync(path.join(cwd, '村.csv'), mended);
  expect(await batch(cwd)).toMatchObject({ code: 0, err: '✔ 共 4 行，生成 4。\n' });
  expect(files(cwd)).toEqual(['丁', '丙', '乙', '戊', '甲'].map((name) => `平安镇/${name}村.md`).sort());
});

test('an empty cell leaves the value that the plan or the command line gives', async () => {
  const cwd = set({
    '计划.yaml': `${plan}变量: {户数: 50}\n`,
    '村.csv': '镇,村名,户数,企业\n,甲村,,\n,乙村,7,\n',
  });
  expect((await batch(cwd, '--set', '镇=平安镇')).code).toBe(0);
  expect(text(cwd, '平安镇/甲村.md')).toContain('平安镇甲村共50户');
  expect(text(cwd, '平安镇/乙村.md')).toContain('平安镇乙村共7户');
});

test('whatever a name says, it stays a name within the folder', async () => {
  const names = [
    '../../etc',
    'CON',
    'a/b',
    '😀村',
    '钟\u0007村',
    "=cmd|'/c calc'!A0",
    '<w:p>&村',
    'x.',
    '.hidden',
    'C:\\x',
  ];
  const rows = names.map((name) => `平安镇,"${name}",1,`);
  const cwd = set({ '村.csv': `镇,村名,户数,企业\n..,上级村,1,\n${rows.join('\n')}\n` });
  const { code, err } = await batch(cwd, '-f', 'docx');
  expect(code).toBe(0);
  expect(err).toContain('第 2、3、4、5、8、9、10、11、12 行的文件名里有系统不让用的字符，已经换成相近的。');
  expect(files(cwd).filter((name) => name.endsWith('.md'))).toEqual(
    [
      '．．/上级村',
      '平安镇/．．／..／etc',
      '平安镇/_CON',
      '平安镇/a／b',
      '平安镇/😀村',
      '平安镇/钟村',
      "平安镇/=cmd｜'／c calc'!A0",
      '平安镇/＜w：p＞&村',
      '平安镇/x',
      '平安镇/．hidden',
      '平安镇/C：＼x',
    ]
      .map((name) => `${name}.md`)
      .sort(),
  );
  expect(readdirSync(cwd).sort()).toEqual(['出', '村.csv', '计划.yaml'].sort());
  expect(text(cwd, '平安镇/＜w：p＞&村.md')).toContain('\\<w:p\\>&村');
  const xml = unzipSync(readFileSync(path.join(cwd, '出/平安镇/＜w：p＞&村.docx')))['word/document.xml'];
  expect(new TextDecoder().decode(xml)).toContain('&lt;w:p&gt;&amp;村');
});

test('a line break in a cell joins in the name as it does in print, and isn’t told as a character replaced', async () => {
  const names = ['青\n坪|', '柳溪\n村', 'Green\nHill', 'A座\n\n12号', '梅  岭\n村', '石桥 \r\n 村'];
  const rows = names.map((name) => `平安镇,"${name}",1,\n`);
  const cwd = set({ '村.csv': `镇,村名,户数,企业\n${rows.join('')}` });
  expect(await batch(cwd)).toMatchObject({
    code: 0,
    err: '第 2 行的文件名里有系统不让用的字符，已经换成相近的。\n✔ 共 6 行，生成 6。\n',
  });
  expect(files(cwd)).toEqual(
    ['A座12号', 'Green Hill', '柳溪村', '梅  岭村', '石桥村', '青坪｜']
      .map((name) => `平安镇/${name}.md`)
      .sort(),
  );
  expect(text(cwd, '平安镇/柳溪村.md')).toContain('柳溪\n\n村');
});

test('lists and names within names are joined for file names, too', async () => {
  const cwd = set({
    '计划.yaml': '标题: 工作要点\n单位: 平安镇人民政府\n正文:\n  - 甲: 乙。\n',
    '村.json': JSON.stringify([{ 村: { 名: '柳溪\n村' }, 组: ['一\n组', '二组'] }]),
  });
  const args = [
    '--data',
    '村.json',
    '-o',
    '出',
    '-f',
    'md',
    '--name',
    '{{村.名}}{{#each 组}}{{this}}{{/each}}',
  ];
  expect((await pingan(['batch', '计划.yaml', ...args], cwd)).err).not.toContain('已经换成相近的');
  expect(files(cwd)).toEqual(['柳溪村一组二组.md']);
});

test('a table of failed rows has no formulas in it', async () => {
  const cwd = set({ '村.csv': "镇,村名,户数,企业\n平安镇,=cmd|'/c calc'!A0,,-3\n" });
  await batch(cwd);
  expect(text(cwd, '未生成.csv')).toContain("平安镇,'=cmd|'/c calc'!A0,,-3");
});

test('a column in the brackets of another program is no text', async () => {
  const cwd = set({ '计划.yaml': plan.replace('{{镇}}{{村名}}共', '<镇>{{村名}}和[路]共') });
  const { code, err } = await batch(cwd);
  expect([code, err.match(/“.*”是没有换成内容的变量/g)]).toEqual([1, ['“<镇>”是没有换成内容的变量']]);
});

test('a column that is called as the rows are counted is told', async () => {
  const cwd = set({
    '计划.yaml': plan.replaceAll('企业', '计数'),
    '村.csv': table.replace('企业', '计数'),
  });
  expect(await batch(cwd)).toMatchObject({
    code: 2,
    err: expect.stringContaining('表里有一列叫“计数”，和算整张表的“计数”分不开，给它换个名称。'),
  });
});

test('5,000 rows of one name are one message', async () => {
  const cwd = set({ '村.csv': `${table}${'平安镇,同名村,1,\n'.repeat(5000)}` });
  const { code, err } = await batch(cwd, '-j', '1');
  expect(code).toBe(1);
  expect(err).toContain(
    '第 5、6、7、8、9、10、11、12、13、14 行 等 5000 行：文件名都是“平安镇/同名村”（第 5、6、7、8、9 … 共 5000 行）',
  );
  expect(err).toContain('共 5003 行，生成 3，失败 5000。');
});

test('--resume makes only what has changed, and keeps what a person has edited', async () => {
  const cwd = set({});
  await batch(cwd);
  expect((await batch(cwd, '--resume')).err).toBe('✔ 共 3 行，生成 0，没有变 3。\n');
  writeFileSync(path.join(cwd, '村.csv'), table.replace('98', '99').replace('233', '234'));
  writeFileSync(path.join(cwd, '出/长宁镇/梅岭村.md'), '手工改过');
  const { code, err } = await batch(cwd, '--resume', '--report', '报告.json');
  expect({ code, err }).toEqual({
    code: 0,
    err: '保留 长宁镇/梅岭村.md：生成以后有人改过（要覆盖就加 --force）。\n✔ 共 3 行，生成 1，没有变 1，保留 1 个文件。\n',
  });
  expect(text(cwd, '平安镇/石桥村.md')).toContain('99户');
  expect(text(cwd, '长宁镇/梅岭村.md')).toBe('手工改过');
  writeFileSync(path.join(cwd, '计划.yaml'), plan.replace('抓好', '做好'));
  expect((await batch(cwd, '--resume', '--force')).err).toBe('✔ 共 3 行，生成 3。\n');
  expect(text(cwd, '长宁镇/梅岭村.md')).toContain('做好排查');
});

test('what a killed run was writing down is made again, and the run that goes on is remembered whole', async () => {
  const cwd = set({});
  await batch(cwd);
  const manifest = path.join(cwd, '出/.pingan/all.jsonl');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').slice(0, -20));
  expect((await batch(cwd, '--resume')).err).toBe('✔ 共 3 行，生成 1，没有变 2。\n');
  expect((await batch(cwd, '--resume')).err).toBe('✔ 共 3 行，生成 0，没有变 3。\n');
});

test('shards share out the rows: together they make exactly what one run makes', async () => {
  const rows = Array.from({ length: 23 }, (_, index) => `平安镇,第${index}村,${index + 1},\n`);
  const cwd = set({ '村.csv': `镇,村名,户数,企业\n${rows.join('')}平安镇,空村,,\n` });
  await batch(cwd);
  const whole = files(cwd);
  const reports: string[] = [];
  for (const index of [0, 1, 2]) {
    reports.push(`${index}.json`);
    const env = {
      SLURM_ARRAY_TASK_ID: String(index + 5),
      SLURM_ARRAY_TASK_MIN: '5',
      SLURM_ARRAY_TASK_COUNT: '3',
    };
    await pingan(
      [
        'batch',
        '计划.yaml',
        '--data',
        '村.csv',
        '-o',
        '分',
        '-f',
        'md',
        '--name',
        '{{镇}}/{{村名}}',
        '--shard',
        'auto',
        '--report',
        `${index}.json`,
      ],
      cwd,
      { env },
    );
  }
  const documents = (names: string[]) => names.filter((name) => name.endsWith('.md'));
  expect(documents(files(cwd, '分'))).toEqual(documents(whole));
  for (const file of documents(whole))
    expect(readFileSync(path.join(cwd, '分', file))).toEqual(readFileSync(path.join(cwd, '出', file)));
  const merged = await pingan(['batch', '--merge', ...reports], cwd);
  expect(merged.code).toBe(1);
  expect(JSON.parse(merged.out)).toMatchObject({ total: 24, made: 23, failed: [{ row: 25 }] });
  const missing = await pingan(['batch', '--merge', '0.json', '2.json'], cwd);
  expect(missing).toMatchObject({ code: 2, err: '✘ 还缺第2份（共3份）的报告。\n' });
});

test('figures are computed over the whole table, and within a column', async () => {
  const cwd = set({
    '计划.yaml': `标题: '{{村名}}'\n正文:\n  - 甲: '{{计数}}村{{汇总 "户数"}}户，{{镇}}{{计数 镇}}村{{汇总 "户数" 镇}}户'\n`,
    '村.csv': '镇,村名,户数\n平安镇,柳溪村,"1,120"\n平安镇,石桥村,98.5\n长宁镇,梅岭村,未统计\n',
  });
  await batch(cwd);
  expect(text(cwd, '平安镇/石桥村.md')).toContain('3村1,218.5户，平安镇2村1,218.5户');
  expect(text(cwd, '长宁镇/梅岭村.md')).toContain('3村1,218.5户，长宁镇1村0户');
  const alone = await pingan(['gen', '计划.yaml', '--set', '村名=甲', '--set', '镇=乙'], cwd);
  expect(alone.err).toContain('汇总和计数是从整张表里算的，这里没有表。');
});

test('--archive puts all documents into one zip that other programs read', async () => {
  const cwd = set({});
  const { code } = await pingan(
    [
      'batch',
      '计划.yaml',
      '--data',
      '村.csv',
      '--archive',
      '全部.zip',
      '-f',
      'docx,md',
      '--name',
      '{{镇}}/{{村名}}',
    ],
    cwd,
  );
  expect(code).toBe(0);
  const packed = unzipSync(readFileSync(path.join(cwd, '全部.zip')));
  expect(Object.keys(packed)).toEqual(
    ['平安镇/柳溪村', '平安镇/石桥村', '长宁镇/梅岭村'].flatMap((name) => [`${name}.docx`, `${name}.md`]),
  );
  await batch(cwd);
  expect(Buffer.from(packed['平安镇/柳溪村.md'] ?? [])).toEqual(
    readFileSync(path.join(cwd, '出/平安镇/柳溪村.md')),
  );
  expect(readdirSync(cwd)).not.toContain('输出');
});

test('--where chooses rows, --index lists the documents', async () => {
  const cwd = set({});
  const { code } = await batch(cwd, '--where', '镇=平安镇', '--index', '目录.md');
  expect(code).toBe(0);
  expect(files(cwd)).toEqual(['平安镇/柳溪村.md', '平安镇/石桥村.md']);
  expect(readFileSync(path.join(cwd, '目录.md'), 'utf8')).toContain('| 2 | 平安镇 | 石桥村.md |');
});

test.each([
  ['模板', []],
  ['别的', ['--template', '别的']],
])('--index is set by the template 目录 of one’s own folder %s', async (own, args) => {
  const cwd = set({});
  mkdirSync(path.join(cwd, own, 'partials'), { recursive: true });
  writeFileSync(
    path.join(cwd, own, 'partials/目录.hbs'),
    '# 一览\n{{#each 文件}}\n第{{序}}份{{名称}}\n{{/each}}\n',
  );
  expect((await batch(cwd, '--index', '目录.md', ...args)).code).toBe(0);
  const [title, first] = readFileSync(path.join(cwd, '目录.md'), 'utf8').split('\n\n');
  expect([title, first]).toEqual(['# 一览', '第1份柳溪村.md']);
});

test.each([
  [['--data', '没有.csv'], '读取 没有.csv 失败：没有这个文件或目录。'],
  [['--data', '村.doc'], '不认识 村.doc 这种数据'],
  [['--name', '{{乡}}/{{村名}}'], '--name {{乡}}/{{村名}}：变量“乡”没有值。表里的列：镇、村名、户数、企业。'],
  [['--where', '乡=平安'], '--where：表里没有“乡”列'],
  [['--where', '镇=没有'], '村.csv 里没有要做的行。'],
  [['-o', '计划.yaml'], '路径中间有一段是文件，不是目录'],
  [['--archive', 'x.zip', '--resume'], '不能和 --resume'],
  [['--index', '目录.md', '--shard', '1/2'], '去掉 --shard、加上 --resume 再运行一次'],
  [['--sheet', '一'], '--sheet 只用于 Excel 文件。'],
  [['-j', '0'], '应是 1 到 64 的整数'],
])('%o is refused with a reason', async (args, message) => {
  const cwd = set({ '村.doc': '' });
  const { code, err } = await batch(cwd, ...args);
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test.skipIf(process.getuid?.() === 0)(
  'a folder that may not be written to is told, and nothing else happens',
  async () => {
    const cwd = set({});
    mkdirSync(path.join(cwd, '出'));
    chmodSync(path.join(cwd, '出'), 0o555);
    expect(await batch(cwd)).toMatchObject({ code: 2, err: expect.stringContaining('没有权限') });
  },
);

test('a file that can’t be replaced fails alone', async () => {
  const cwd = set({});
  mkdirSync(path.join(cwd, '出/平安镇/柳溪村.md/里面'), { recursive: true });
  const { code, err } = await batch(cwd);
  expect(code).toBe(1);
  expect(err).toContain('第 2 行：读取 平安镇/柳溪村.md 失败：这是目录，不是文件。');
  expect(files(cwd)).toEqual(expect.arrayContaining(['平安镇/石桥村.md', '长宁镇/梅岭村.md']));
});

test('a link in the folder doesn’t lead documents out of it', async () => {
  const cwd = set({});
  const outside = folder();
  mkdirSync(path.join(cwd, '出'));
  symlinkSync(outside, path.join(cwd, '出/平安镇'));
  const { code, err } = await batch(cwd);
  expect(code).toBe(1);
  expect(err).toContain('通到输出目录外面的链接');
  expect(readdirSync(outside)).toEqual([]);
});

test('stopping finishes what is in hand and says how to go on', async () => {
  const rows = Array.from({ length: 400 }, (_, index) => `平安镇,第${index}村,1,\n`);
  const cwd = set({ '村.csv': `镇,村名,户数,企业\n${rows.join('')}` });
  const stop = new AbortController();
  let told = '';
  const say = (words: string) => {
    told += words;
    if (words.includes('50/400')) stop.abort();
  };
  const args = [
    'batch',
    '计划.yaml',
    '--data',
    '村.csv',
    '-o',
    '出',
    '-f',
    'md',
    '-j',
    '1',
    '--name',
    '{{村名}}',
  ];
  const { code } = await pingan(args, cwd, { watched: true, say, signal: stop.signal });
  expect(code).toBe(1);
  expect(told).toContain('接着做，就用同样的命令加上 --resume');
  const before = files(cwd).length;
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(400);
  const more = await pingan([...args, '--resume'], cwd);
  expect(more.err).toBe(`✔ 共 400 行，生成 ${400 - before}，没有变 ${before}。\n`);
});

test('tables come from standard input, too', async () => {
  const cwd = set({});
  const args = ['batch', '计划.yaml', '--data', '-', '-o', '出', '-f', 'md', '--name', '{{村名}}'];
  expect((await pingan(args, cwd, { input: iconv.encode(table, 'gbk') })).code).toBe(0);
  expect(files(cwd)).toEqual(['柳溪村.md', '梅岭村.md', '石桥村.md'].sort());
});
