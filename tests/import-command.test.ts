import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { nextYear } from '../src/writing/next-year.ts';
import { withVariables } from '../src/writing/variables.ts';
import { folder, pingan } from './run.ts';
import { wordFile } from './word-file.ts';

const text = `柳溪镇2025年防火工作方案
各村：
为做好防火工作，制定本方案。
一、存在问题
2025年全镇发生火情2起。
二、工作任务
（一）加强宣传。2025年3月底前，柳溪村511户全部签订承诺书。（责任单位：柳溪村民委员会；完成时限：2025年3月底前）
（二）加强巡护。按照《柳溪镇2025年巡护办法》（柳政发〔2025〕2号）执行。
柳溪镇人民政府
2025年1月8日
`;

function desk(files: Record<string, string | Uint8Array> = { '旧.txt': text }): string {
  const cwd = folder();
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content);
  return cwd;
}
const plan = (cwd: string, name = '计划.yaml') => readFileSync(path.join(cwd, name), 'utf8');

test('a text becomes a plan of which gen makes the document', async () => {
  const cwd = desk();
  const run = await pingan(['import', '旧.txt', '-o', '计划.yaml'], cwd);
  expect(run).toMatchObject({ code: 0, out: '' });
  expect(run.err).toContain(
    '✔ 旧.txt → 计划.yaml\n认出：《柳溪镇2025年防火工作方案》；4 个标题和条目，2 级。\n',
  );
  expect(run.err).not.toContain('丢失');
  expect((await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-'], cwd)).out).toContain(
    '**（一）加强宣传**。2025年3月底前',
  );
});

test('numbers that are printed otherwise than typed are told', async () => {
  const cwd = desk({ '旧.txt': '一、工作要求\n１、落实责任。\n２、严格督查。\n' });
  const run = await pingan(['import', '旧.txt'], cwd);
  expect(run.out).toContain('工作要求:\n  - 落实责任。\n  - 严格督查。\n');
  expect(run.err).toContain('序号印得与原文不同：\n  第 2、3 行“１、”印成“1、”；这样的共 2 处\n');
});

test('a plan that is there is kept, unless it isn’t wanted', async () => {
  const cwd = desk({ '旧.txt': text, '计划.yaml': '标题: 我的\n' });
  const run = await pingan(['import', '旧.txt', '-o', '计划.yaml'], cwd);
  expect(run).toMatchObject({
    code: 2,
    err: '✘ 计划.yaml 生成以后被改过（或者不是 pingan 生成的），没有覆盖。确实不要了就加 --force，或另起文件名。\n',
  });
  expect(plan(cwd)).toBe('标题: 我的\n');
  expect((await pingan(['import', '旧.txt', '-o', '计划.yaml', '--force'], cwd)).code).toBe(0);
  expect(plan(cwd)).toContain('防火工作方案');
});

test.each(['gb18030', 'utf16-le', 'utf8'])('standard input in %s is printed as a plan', async (encoding) => {
  const input = iconv.encode('一、抓排查\r\n每月一次。\r\n二、抓宣传\r\n入户宣传。\r\n', encoding, {
    addBOM: encoding !== 'gb18030',
  });
  const run = await pingan(['import', '-'], folder(), { input });
  expect(run).toMatchObject({ code: 0, out: '正文:\n  - 抓排查: 每月一次。\n  - 抓宣传: 入户宣传。\n' });
});

test('several files become several plans; a bad one doesn’t stop the others', async () => {
  const cwd = desk({
    '甲.txt': text,
    '甲.md': '# 乙方案\n\n## 一、任务\n\n巡山。\n',
    '坏.docx': 'PK\u0003\u0004坏',
    '空.txt': ' ',
  });
  const run = await pingan(['import', '甲.txt', '甲.md', '坏.docx', '空.txt', '-o', '计划/'], cwd);
  expect(run.code).toBe(1);
  expect(run.err).toMatch(/✘ 坏\.docx /);
  expect(run.err).toContain('✘ 空.txt 里没有文字。\n');
  expect(run.err).toContain('✘ 4 个文件，2 个没有导入。\n');
  expect(plan(cwd, '计划/甲.yaml')).toContain('柳溪镇');
  expect(plan(cwd, '计划/甲-md.yaml')).toContain('乙方案');
});

test('a plan is not written into a folder that is called like a Word file', async () => {
  const cwd = desk({ '甲.txt': text });
  const run = await pingan(['import', '甲.txt', '-o', '新.docx'], cwd);
  expect(run).toMatchObject({ code: 2, err: expect.stringContaining('-o 新.yaml') });
  expect(existsSync(path.join(cwd, '新.docx'))).toBe(false);
});

test('a leap day is the last of February in the year after', () => {
  const source = `标题: 平安镇2028年防火方案\n日期: 2028-02-29\n主要任务: 2028年2月29日前完成，2028.2.29起试行，二〇二八年二月二十九日前总结。\n`;
  const text = nextYear(source)?.text;
  expect(text).toContain('年份已改：2028-02-29→2029-02-28\n日期: 2029-02-28');
  expect(text).toContain('2029年2月28日前完成，2029.2.28起试行，二〇二九年二月二十八日前总结');
});

test("outlines of several files are one value, without those that can't be read", async () => {
  const cwd = desk();
  writeFileSync(path.join(cwd, '坏.docx'), '');
  const run = await pingan(['import', '旧.txt', '坏.docx', '--outline', 'json'], cwd);
  expect(run.code).toBe(1);
  const alone = await pingan(['import', '旧.txt', '--outline', 'json'], cwd);
  expect(JSON.parse(run.out)).toEqual([{ file: '旧.txt', outline: JSON.parse(alone.out) }]);
  expect(run.err).toContain('坏.docx');
});

test('the outline is for programs: an array a part', async () => {
  const run = await pingan(['import', '旧.txt', '--outline', 'json'], desk());
  expect(run.err).toBe('');
  expect(JSON.parse(run.out)).toEqual([
    [
      { level: 1, number: '一、', native: false, title: '存在问题', line: 4 },
      { level: 1, number: '二、', native: false, title: '工作任务', line: 6 },
      { level: 2, number: '（一）', native: false, title: '加强宣传', line: 7 },
      { level: 2, number: '（二）', native: false, title: '加强巡护', line: 8 },
    ],
  ]);
});

test('the next year moves on in titles, dates and deadlines, and leaves history and other documents alone', async () => {
  const cwd = desk();
  const run = await pingan(['import', '旧.txt', '--next-year', '-o', '计划.yaml'], cwd);
  expect(run.code).toBe(0);
  const made = plan(cwd);
  for (const words of [
    '# 年份已改：2025年→2026年\n标题: 柳溪镇2026年防火工作方案',
    '年度: 2026',
    '日期: 2026-01-08',
    '# 年份没有改，请核对：2025年全镇发生火情2起\n存在问题: 2025年全镇发生火情2起。',
    '2026年3月底前，柳溪村511户',
    '时限: 2026年3月底前',
    '《柳溪镇2025年巡护办法》（柳政发〔2025〕2号）',
  ])
    expect(made).toContain(words);
  expect(run.err).toContain('这些话里的年份没有改，请核对：\n  2025年全镇发生火情2起');
});

// A sentence of a plan of 2025; what it says in the next year, or nothing where a person has to look at it.
test.each([
  ['2025—2027年，每年创建2个平安村', '2026—2028年，每年创建2个平安村'],
  ['力争2025-2027年三年内全覆盖', '力争2026-2028年三年内全覆盖'],
  ['自2025年3月1日至2025年11月30日开展整治', '自2026年3月1日至2026年11月30日开展整治'],
  ['2025年11月至2026年1月总结', '2026年11月至2027年1月总结'],
  ['到2025年底，发案率同比下降5%', '到2026年底，发案率同比下降5%'],
  ['二〇二五年六月开展宣传', '二〇二六年六月开展宣传'],
  ['二○二五年底前完成', '二○二六年底前完成'],
  ['二〇二九年前完成', '二〇三〇年前完成'],
  ['2025年上半年培训一次', '2026年上半年培训一次'],
  ['2025年，各村要落实专人', '2026年，各村要落实专人'],
  ['2025年9月、10月各开展一次', '2026年9月、10月各开展一次'],
  ['2023—2025年开展创建', undefined],
  ['2025年度考核结果纳入2026年预算', undefined],
  ['2025年已完成3个，2025年计划完成2个', undefined],
  ['25年3月前完成台账', undefined],
  ['截至2025年底已建成3个', undefined],
  ['《2025—2027年规划》继续执行', '《2025—2027年规划》继续执行'],
  ['2024年建成3个', '2024年建成3个'],
  ['到2030年，建成省级平安县', undefined],
  ['到2027年底，建成省级平安县', '到2028年底，建成省级平安县'],
  ['配备25年以下的车辆', '配备25年以下的车辆'],
])('%s, a year later', (sentence, later) => {
  const moved = nextYear(`标题: 平安镇2025年防火方案\n主要任务: ${sentence}。\n`);
  expect(moved?.text).toContain('平安镇2026年防火方案');
  expect(moved?.text).toContain(`\n主要任务: ${later ?? sentence}。\n`);
  expect(moved?.left).toEqual(later === undefined ? [sentence] : []);
});

test('the plan’s own title in its notice moves on beside a day that was', () => {
  const said = '《平安县2025年工作要点》已经第12次会议（2025年2月28日）同意，现印发给你们。';
  const source = `标题: 平安县2025年工作要点\n印发通知:\n  标题: 关于印发平安县2025年工作要点的通知\n  正文: ${said}\n`;
  const moved = nextYear(source);
  expect(moved?.text).toContain('《平安县2026年工作要点》已经第12次会议（2025年2月28日）同意');
  expect(moved?.left).toHaveLength(1);
});

test('a plan for several years moves on with all of them', async () => {
  const source = '平安镇2025—2027年平安建设方案\n一、工作目标\n到2027年建成。\n';
  const cwd = desk({ '旧.txt': source });
  await pingan(['import', '旧.txt', '-o', '旧.yaml'], cwd);
  expect(plan(cwd, '旧.yaml')).toContain('年度: 2025—2027\n');
  await pingan(['import', '旧.txt', '--next-year', '-o', '新.yaml'], cwd);
  for (const words of ['平安镇2026—2028年平安建设方案', '年度: 2026—2028', '到2028年建成。'])
    expect(plan(cwd, '新.yaml')).toContain(words);
});

test.each([
  ['给出的值', ['村名=柳溪村,户数=511'], {}],
  ['表里文中提到的那一行', ['村表.csv'], { '村表.csv': '村名,户数\n东山村,30\n柳溪村,511\n' }],
])('%s become variables, whole words only', async (_, given, files) => {
  const cwd = desk({ '旧.txt': text, ...files });
  const run = await pingan(
    ['import', '旧.txt', ...given.flatMap((each) => ['--variables', each]), '-o', '计划.yaml'],
    cwd,
  );
  expect(run.err).toContain('“柳溪村”换成 {{村名}}，1 处\n“511”换成 {{户数}}，1 处\n');
  expect(plan(cwd)).toContain('{{村名}}{{户数}}户全部签订承诺书');
  expect(plan(cwd)).toContain('责任: 柳溪村民委员会');
  expect(plan(cwd)).toMatch(/\n变量:\n {2}村名: 柳溪村\n {2}户数: 511\n$/);
  expect((await pingan(['gen', '计划.yaml', '--set', '户数=512', '-f', 'md', '-o', '-'], cwd)).out).toContain(
    '柳溪村512户',
  );
});

test.each([
  ['计划.yaml', '标题: 甲\n', '✘ 计划.yaml 已经是计划（或别的 YAML 文件），用不着导入。\n'],
  ['空.html', '<html><body><p> </p></body></html>', '✘ 空.html 的正文里没有文字。\n'],
  ['空.md', '\n', '✘ 空.md 里没有文字。\n'],
])('%s is told', async (name, content, message) => {
  const run = await pingan(['import', name], desk({ [name]: content }));
  expect(run).toMatchObject({ code: 2, out: '', err: message });
});

test.each([
  [['--variables', '柳溪村'], '--variables 的“柳溪村”看不懂'],
  [['--outline', 'xml'], '--outline'],
  [['--against', '没有.yaml'], '没有.yaml'],
])('%s is told', async (options, message) => {
  const run = await pingan(['import', '旧.txt', ...options], desk());
  expect(run).toMatchObject({ code: 2, out: '' });
  expect(run.err).toContain(message);
});

test('a figure that counts several things is told with each of them; names have no blanks', async () => {
  const cwd = desk({ '旧.txt': `${text}全村511户，511人次参加。\n` });
  const run = await pingan(['import', '旧.txt', '--variables', '户 数＝511'], cwd);
  expect(run.err).toContain('“511”换成 {{户数}}，3 处（511户、511人），不是一回事的请改回去\n');
  const odd = await pingan(['import', '旧.txt', '--variables', '户数'], cwd);
  expect(odd).toMatchObject({ code: 2, err: expect.stringContaining('“户数”看不懂') });
});

test('a folder isn’t a file', async () => {
  const run = await pingan(['import', '.', '-o', '计划/'], desk());
  expect(run).toMatchObject({ code: 2, err: '✘ . 是文件夹；要导入里面的文件，写 *.docx。\n' });
});

test('what was read otherwise is told apart from what was left out', async () => {
  const cwd = desk({ '旧.txt': `${text}- 1 -\n镇里\u200B另有安排。\n` });
  const { err } = await pingan(['import', '旧.txt'], cwd);
  expect(err).toMatch(
    /\n读的时候改动的：\n {2}第 12 行：零宽空格已去掉，共 1 处：第 12 行\n没有放进计划的：\n.*页码没有导入/,
  );
});

test('what another plan prints is compared', async () => {
  const cwd = desk();
  await pingan(['import', '旧.txt', '-o', '去年.yaml'], cwd);
  const same = await pingan(['import', '旧.txt', '-o', '今年.yaml', '--against', '去年.yaml'], cwd);
  expect(same.err).toContain('与 去年.yaml 印出来一样。\n');
  const moved = await pingan(
    ['import', '旧.txt', '-o', '明年.yaml', '--against', '去年.yaml', '--next-year'],
    cwd,
  );
  expect(moved.err).toContain('  - 柳溪镇2025年防火工作方案\n  + 柳溪镇2026年防火工作方案\n');
});

test('rules that the text breaks are warnings in the plan, so that gen makes it', async () => {
  const cwd = desk({
    '旧.txt':
      '关于防火的通知\n各村:\n请各村,各组抓好防火。\n一、抓巡护\n每天巡山,不留死角。\n二、抓宣传\n入户宣传。\n',
  });
  const run = await pingan(['import', '旧.txt', '-o', '计划.yaml'], cwd);
  const told = /检查：(\d+ 处错误)、(\d+ 处警告)/.exec(run.err)?.slice(1).join('，');
  expect(told).toMatch(/^0 处错误，[1-9]/);
  expect((await pingan(['lint', '计划.yaml'], cwd)).out).toContain(told);
  expect(plan(cwd)).toContain('punct/half-width: 警告');
  expect((await pingan(['gen', '计划.yaml'], cwd)).code).toBe(0);
  expect(existsSync(path.join(cwd, '计划.docx'))).toBe(true);
});

test('the example of the manual is what import makes', async () => {
  const manual = readFileSync('docs/import.md', 'utf8');
  const [source = '', expected = '', after = ''] = ['text', 'yaml', 'after'].map(
    (kind) => new RegExp(`\`\`\`${kind}\n([\\s\\S]*?)\`\`\``).exec(manual)?.[1] ?? '',
  );
  const cwd = folder();
  const run = await pingan(['import', '-', '--next-year', '--variables', '村名=柳溪村,户数=511'], cwd, {
    input: source,
  });
  expect(run).toMatchObject({ code: 0, out: expected });
  const other = ['--set', '村名=东山村', '--set', '户数=302'];
  const made = await pingan(['gen', '-', '-f', 'md', '-o', '-', ...other], cwd, { input: expected });
  const words = made.out.replace(/<!--.*-->|[#*\\]/g, '').split(/\n+/);
  expect(words.map((line) => line.trim()).filter(Boolean)).toEqual(after.trim().split('\n'));
});

test('numbers of pages are told as such, once', async () => {
  const source = `标题: 平安镇防火工作方案
主要任务: 每天巡查一次。
`;
  const cwd = desk({ '计划.yaml': source });
  await pingan(['gen', '计划.yaml', '-o', '去年.docx'], cwd);
  expect((await pingan(['import', '去年.docx'], cwd)).err).toContain('没有放进计划的：\n  页脚：页码\n');
});

test('a blank that Word puts behind its numbers is no part of them', async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="第%1条 "/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const article = (words: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const body = ['为防火，制定本公约。', '每天巡查。', '自印发之日起施行。'].map(article).join('');
  const cwd = desk({ '旧.docx': wordFile(body, { numbering }) });
  const outline = await pingan(['import', '旧.docx', '--outline', 'json'], cwd);
  expect(JSON.parse(outline.out)[0].map(({ number }: { number: string }) => number)).toEqual([
    '第一条',
    '第二条',
    '第三条',
  ]);
  expect((await pingan(['import', '旧.docx'], cwd)).out).toContain('层次: ["第一条　"]\n');
});

test('a figure is told with the whole character behind it, whichever that is', () => {
  const { found } = withVariables('标题: 方案\n正文: 有5𠮷、5户，共5\n', [{ name: '户数', value: '5' }]);
  expect(found[0]).toMatchObject({ count: 3, counted: ['5𠮷', '5户', '5'] });
});
