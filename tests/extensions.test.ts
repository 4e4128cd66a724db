import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, pingan } from './run.ts';

const plan = `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
主送: 各村
正文:
  - 抓好排查: 综治办牵头，县安监站配合。
  - 抓好整改: 隐患逐项销号。
日期: 2026-03-05
`;

function at(files: Record<string, string>) {
  const cwd = folder();
  for (const [name, text] of Object.entries({ '计划.yaml': plan, ...files })) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
  return { cwd, lint: (...args: string[]) => pingan(['lint', ...args], cwd) };
}

const documented =
  /```js[^\n]*\n(export default.*?)```/s.exec(readFileSync('docs/lint.md', 'utf8'))?.[1] ?? '';
const rule = (more: string, id = 'our/a') =>
  `export default {id: '${id}', title: '甲', level: 'error', kinds: ['body'], texts: {examples: [], silent: []}, ${more}}`;
const finding =
  "passage(p, tell) { const at = p.text.indexOf('牵头'); if (at >= 0) tell(p.span(at, at + 2), '不写牵头。'); }";
const configured = (text: string, more = '') => ({
  'pingan.config.yaml': `扩展: [./规则.mjs]\n${more}`,
  '规则.mjs': text,
});

describe('a rule of an extension', () => {
  test('as documented is in order, finds, mends, and has a page', async () => {
    const { cwd, lint } = at(configured(documented));
    expect(await lint('--test-rules')).toMatchObject({ code: 0, out: '✔ our/office-name\n' });
    expect((await lint('-f', 'compact')).out).toBe(
      '计划.yaml:5:11: warning our/office-name “综治办”要写全称。\n',
    );
    expect((await lint('--explain', 'our/office-name')).out).toMatch(/^# 办公室名称写全\n/);
    expect((await lint('--rules')).out).toMatch(/^our\/office-name +警告/m);
    expect((await lint('--fix', '-f', 'compact')).out).toBe('');
    expect(readFileSync(path.join(cwd, '计划.yaml'), 'utf8')).toBe(plan.replace('综治办', '综治办公室'));
  });

  test('is set by a configuration as others are; gen counts what it finds and makes the document', async () => {
    const off = at(configured(documented, '规则: {our/office-name: 关}\n'));
    expect((await off.lint('-f', 'compact')).out).toBe('');
    const counted = at(configured(rule(`preset: 'essential', ${finding}`)));
    expect(await pingan(['gen', '计划.yaml'], counted.cwd)).toMatchObject({
      code: 0,
      err: expect.stringContaining('检查发现 1 处错误'),
    });
  });

  test('may be one of several files of a folder, or of a package', async () => {
    const files = {
      '规则/甲.mjs': rule(finding),
      '规则/乙.cjs': `module.exports = ${rule(finding, 'our/b').replace('export default ', '')}`,
    };
    const folder = at({ ...files, '规则/说明.md': '', 'pingan.config.yaml': '扩展: ./规则\n' });
    expect((await folder.lint('-f', 'compact')).out.match(/our\/[ab]/g)).toEqual(['our/b', 'our/a']);
    const modules = {
      'node_modules/rules-of-ours/package.json': '{"main": "main.cjs"}',
      'node_modules/rules-of-ours/main.cjs': files['规则/乙.cjs'],
    };
    const installed = at({ ...modules, '村/计划.yaml': plan, 'pingan.config.yaml': '扩展: rules-of-ours\n' });
    expect((await installed.lint('村', '-f', 'compact')).out).toMatch(/our\/b/);
  });

  test('is named by a configuration that another builds on, from its own folder', async () => {
    const { lint } = at({
      '县/规则.mjs': rule(finding),
      '县/县.yaml': '扩展: [./规则.mjs]\n',
      'pingan.config.yaml': '继承: [县/县.yaml]\n',
    });
    expect((await lint('计划.yaml', '-f', 'compact')).out).toContain('our/a');
  });

  test.each([
    ['export default 1', '应导出一条规则'],
    [rule(''), '规则“our/a”的 passage（与 kinds 一起）或 plan 应是函数'],
    [rule(finding, '甲'), '规则“甲”的 id 应是“组/名称”'],
    [rule(`${finding}, level: 'bad'`), 'level 应是 error'],
    [rule(`${finding}, fix: 'sure'`), 'fix 应是 none'],
    [rule(`${finding}, options: {}`), '扩展的规则没有选项'],
    [rule(finding, 'num/found-fixed'), '已经有“num/found-fixed”这条规则'],
    [`await 1; ${rule(finding)}`, '最外层不能用 await'],
    ['export default {', '规则.mjs 运行不了'],
    ["throw new Error('坏了')", '规则.mjs 运行不了：坏了。'],
  ])('%s is told where it is named', async (text, said) => {
    const { code, err } = await at(configured(text)).lint();
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(err).toMatch(/pingan\.config\.yaml:1:6 错误 /);
  });

  test.each([
    ['[./没有.mjs]', '扩展“./没有.mjs”：没有这个文件'],
    ['[没有的包]', '没有装这个包；文件、目录要写成 ./规则.mjs'],
    ['[./空]', '这个目录里没有 .mjs'],
  ])('%s that is not there is told', async (named, said) => {
    const { code, err } = await at({ '空/甲.txt': '', 'pingan.config.yaml': `扩展: ${named}\n` }).lint();
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });

  test.each([
    ['passage() { null.甲; }', '出错了：Cannot read'],
    ["passage(p, tell) { tell(1, '甲'); }", 'tell 应是 tell('],
    ['passage(p, tell) { tell(p.span(0, 1)); }', 'tell 应是 tell('],
    ["plan(s, tell) { tell({start: 2, end: 1}, '甲'); }", 'tell 应是 tell('],
    [
      "passage(p, tell) { tell(p.span(0, 1), '甲', {fix: {...p.span(0, 1), text: '乙'}}); }",
      'declares no fix',
    ],
  ])('that fails (%s) is named, and is no fault of ours', async (way, said) => {
    const { code, err } = await at(configured(rule(way))).lint();
    expect([code, err]).toEqual([2, expect.stringContaining(`✘ 扩展的规则“our/a”（规则.mjs）`)]);
    expect(err).toContain(said);
  });

  const examples = (wrong: string, right: string, silent = '') =>
    rule(
      `${finding}, texts: {examples: [{wrong: '${wrong}', right: '${right}'}], silent: [${silent}]}`,
    ).replace('texts: {examples: [], silent: []}, ', '');
  test.each([
    [examples('由甲⟦牵头⟧。', '由甲负责。'), 0, '✔ our/a\n'],
    [examples('由⟦甲⟧牵头。', '由甲负责。'), 1, '✘ our/a\n  “由⟦甲⟧牵头。”：应查出“甲”，查出的是“牵头”\n'],
    [examples('由甲⟦牵头⟧。', '由乙牵头。'), 1, '✘ our/a\n  “由甲⟦牵头⟧。”：正确的写法也报了：“牵头”\n'],
    [
      examples('由甲⟦牵头⟧。', '由甲负责。', "'牵头单位。'"),
      1,
      '✘ our/a\n  “牵头单位。”：不该报的报了：“牵头”\n',
    ],
    [rule(finding), 1, '✘ our/a\n  没有例子：texts.examples 里至少写一个\n'],
    [
      examples('由甲⟦牵头⟧。', '由甲负责。').replace('{id', "{fix: 'safe', id"),
      1,
      "✘ our/a\n  写的是 fix: 'safe'，例子里不是这样\n",
    ],
  ])('is tried by its own examples: %s', async (text, code, out) => {
    expect(await at(configured(text)).lint('--test-rules')).toMatchObject({ code, out });
  });

  test('is needed for --test-rules, and comes from no plan', async () => {
    const none = await at({}).lint('--test-rules');
    expect([none.code, none.err]).toEqual([2, expect.stringContaining('没有扩展的规则可试')]);
    const { lint } = at({
      '规则.mjs': "throw new Error('运行了')",
      '计划.yaml': `${plan}检查: {扩展: [./规则.mjs]}\n`,
    });
    expect((await lint()).err + (await lint()).out).not.toContain('运行了');
  });
});

describe('words in a file', () => {
  const own = (words: string) => `自定义规则:\n  用词: {类型: 替换, 词表: ${words}}\n`;

  test('are those of a rule, with what is written instead', async () => {
    const { lint } = at({
      'pingan.config.yml': own('{文件: 词/用词.txt}'),
      '词/用词.txt': '\uFEFF# 我们的\n县安监站=县应急站\n\n综治办\t综治中心 # 改过名\n逐项\r\n没有→有\n',
    });
    expect(
      (await lint('-f', 'compact')).out,
    ).toBe(`计划.yaml:5:11: warning local/用词 “综治办”应写成“综治中心”。
计划.yaml:5:17: warning local/用词 “县安监站”应写成“县应急站”。
计划.yaml:6:13: warning local/用词 不要写“逐项”。
`);
    for (const name of ['local/用词', '用词'])
      expect((await lint('--explain', name)).out).toMatch(/^# 用词\n\n`local\/用词`/);
    expect((await lint('--rules')).out).toMatch(/^local\/用词 /m);
  });

  test('may be those that a rule lets pass', async () => {
    const files = {
      '放过.txt': '安监站\n',
      'pingan.config.yaml': `${own('[安监站]')}允许:\n  local/用词: {文件: 放过.txt}\n`,
    };
    expect((await at(files).lint('-f', 'compact')).out).toBe('');
  });

  test('is put right to something that is no file', async () => {
    const { lint } = at({
      'pingan.config.yaml': own('{文件: 公文}'),
      '计划.yaml': plan.replace('隐患', '文件'),
    });
    expect((await lint('-f', 'compact')).out).toBe(
      '计划.yaml:6:11: warning local/用词 “文件”应写成“公文”。\n',
    );
  });

  test('that cannot be read are told where they are named, and a file of words is never written over', async () => {
    const { code, err } = await at({ 'pingan.config.yaml': own('{文件: 没有.txt}') }).lint();
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/pingan\.config\.yaml:2:25 错误 词表的文件“没有\.txt”读不了/),
    ]);
    const { lint } = at({ 'pingan.config.yaml': own('{文件: 用词.txt}'), '用词.txt': '甲\n' });
    expect((await lint('-f', 'json=用词.txt', '--force')).err).toContain('这次运行要读它');
  });

  test('the nearest configuration holds, and of two in a folder the first', async () => {
    const { lint } = at({ 'pingan.config.yml': '规贝: 甲\n', 'pingan.config.yaml': '规则: {}\n' });
    expect((await lint()).code).toBe(0);
    expect((await lint('pingan.config.yml')).err).not.toContain('程序出错');
  });
});
