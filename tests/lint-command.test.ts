import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { examples, folder, pingan } from './run.ts';

const good = `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
主送: 各村
年度: 2026
日期: 2026-03-05
主要任务:
  - 标题: 排查隐患
    内容: 每月排查不少于2次。
    牵头: 应急办
    时限: 2026年12月底前
  - {标题: 整改隐患, 内容: 重大隐患挂牌督办。, 牵头: 应急办, 时限: 2026年12月底前}
工作要求:
  - 压实责任: 各村各负其责。
  - 严格考核: 结果每季度通报。
`;
const bad = good.replace('每月排查不少于2次。', '加强领导,落实责任。');

/** A folder with files in it, and a way to lint there. */
function at(files: Record<string, string | Uint8Array>) {
  const cwd = folder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), content);
  }
  return {
    cwd,
    read: (name: string) => readFileSync(path.join(cwd, name)),
    lint: (...args: string[]) => pingan(['lint', ...args], cwd),
  };
}

describe('what counts', () => {
  test('a clean plan ends with 0, a plan with an error with 1', async () => {
    const { lint } = at({ '好.yaml': good, '坏.yaml': bad });
    expect(await lint('好.yaml')).toMatchObject({ code: 0, out: '✔ 没有发现问题。\n', err: '' });
    const { code, out } = await lint('坏.yaml', '-f', 'compact');
    expect(code).toBe(1);
    expect(out).toBe('坏.yaml:8:13: error punct/half-width 半角的“,”应为全角的“，”。\n');
  });

  test('conditions that can’t be read are told, whatever their names stand for', async () => {
    const cases = [
      [
        "'{{#if 水库}}有水库。'",
        '计划.yaml:8:10: error plan/variable “{{ }}”写得不对：括号不成对，或“{{#if}}”没有“{{/if}}”。\n',
      ],
      [
        "'{{#each 人}}{{姓名}}{{/if}}。'",
        '计划.yaml:8:13: error plan/variable “{{#each}}”和“{{/if}}”不配对。\n',
      ],
      ['\'{{水库}}{{#if 镇}}{{汇总 "户数" 镇}}{{/if}}。\'', ''],
    ] as const;
    for (const [text, said] of cases) {
      const { lint } = at({ '计划.yaml': good.replace('每月排查不少于2次。', text) });
      expect((await lint('计划.yaml', '-f', 'compact')).out).toBe(said);
    }
  });

  test('the shipped examples have no error', async () => {
    expect(examples.length).toBeGreaterThan(4);
    expect((await pingan(['lint', 'examples'], process.cwd())).code).toBe(0);
  });

  test('warnings count when they are asked to', async () => {
    const { lint } = at({ '计划.yaml': good.replace('主送: 各村\n', '') });
    expect((await lint('计划.yaml')).code).toBe(0);
    expect((await lint('计划.yaml', '--fail-on', 'warning')).code).toBe(1);
    expect((await lint('计划.yaml', '--max-warnings', '0')).code).toBe(1);
    expect((await lint('计划.yaml', '--max-warnings', '1')).code).toBe(0);
    expect((await lint('计划.yaml', '--fail-on', 'never', '--max-warnings', '0')).code).toBe(1);
  });

  test('a folder is looked through for plans; other YAML files are left alone', async () => {
    const { lint } = at({
      'a/坏.yaml': bad,
      'b/compose.yml': 'services: {web: {image: "a,b"}}\n',
      'c.txt': '甲,乙',
    });
    const { code, out } = await lint('-f', 'compact');
    expect([code, out.split(':', 1)[0]]).toEqual([1, 'a/坏.yaml']);
    expect((await lint('b')).err).toMatch(/没有可以检查的计划文件/);
  });

  test('standard input goes by the name it is given', async () => {
    const { cwd } = at({});
    const run = (...args: string[]) => pingan(['lint', ...args], cwd, { input: bad });
    expect((await run('--stdin', '--stdin-filename', '村/计划.yaml', '-f', 'compact')).out).toMatch(
      /^村\/计划\.yaml:8:13/,
    );
    expect((await run('-')).code).toBe(1);
    expect(await run('-', '计划.yaml')).toMatchObject({
      code: 2,
      err: expect.stringContaining('不能一起查'),
    });
    const mended = await run('-', '--fix');
    expect(mended.out).toBe(bad.replace(',', '，'));
  });
});

describe('--fix', () => {
  const sloppy = bad.replace('工作要求', '# 不动这条注释,也不动空行\n\n工作要求');

  test('changes what is certainly wrong and nothing else', async () => {
    const { lint, read } = at({ '计划.yaml': sloppy });
    const { code, err } = await lint('--fix', '计划.yaml');
    expect([code, err]).toEqual([0, '✔ 已修改 计划.yaml，1 处；改前的存成了 计划.yaml.改前\n']);
    expect(read('计划.yaml').toString()).toBe(sloppy.replace('领导,落实', '领导，落实'));
  });

  test.each([
    ['GB18030', 'gb18030', (text: string) => encode(text, 'gb18030')],
    ['a byte order mark', 'utf-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['CRLF', 'utf-8', (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('keeps %s', async (_name, _encoding, stored) => {
    const { lint, read } = at({ '计划.yaml': stored(sloppy) });
    expect((await lint('计划.yaml', '--fix')).code).toBe(0);
    expect(read('计划.yaml')).toEqual(stored(sloppy.replace('领导,落实', '领导，落实')));
  });

  test('keeps a copy, unless git has the plan as it was', async () => {
    const { lint, read, cwd } = at({ '村/计划.yaml': sloppy, '村/稿.yaml': sloppy });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=甲', '-c', 'user.email=a@b', ...args], { cwd });
    git('init', '-q');
    git('add', '村/计划.yaml');
    git('commit', '-qm', '一');
    const { err } = await lint('--fix', '村/');
    expect(err).toContain('✔ 已修改 村/计划.yaml，1 处；要还原，运行 git checkout -- 村/计划.yaml\n');
    expect(err).toContain('✔ 已修改 村/稿.yaml，1 处；改前的存成了 村/稿.yaml.改前\n');
    expect(readdirSync(path.join(cwd, '村')).sort()).toEqual(['稿.yaml', '稿.yaml.改前', '计划.yaml']);
    expect(read('村/稿.yaml.改前').toString()).toBe(sloppy);
    git('checkout', '--', '村/计划.yaml');
    expect(read('村/计划.yaml').toString()).toBe(sloppy);
    // Changed since, so git would bring back something else.
    writeFileSync(path.join(cwd, '村/计划.yaml'), sloppy.replace('# 不动', '# 别动'));
    expect((await lint('--fix', '村/计划.yaml')).err).toContain('改前的存成了 村/计划.yaml.改前');
  });

  test('offers no more than it does', async () => {
    const broken = '标题：题\n单位:甲镇\n这一行没有键\n正文：\n  - 甲: 文。\n';
    const { lint, read } = at({ '计划.yaml': broken });
    const { out } = await lint('计划.yaml');
    expect(out.match(/全角冒号|缺一个空格/g)).toHaveLength(3);
    expect(out.match(/可自动修改/g)).toHaveLength(2);
    expect(out).toContain('其中 2 处可用 --fix 自动改');
    const mended = await lint('--fix', '计划.yaml');
    expect(mended.err).toContain('已修改 计划.yaml，2 处');
    expect(mended.err).toContain(
      '有一处没有自动改，因为别处的错误没改，只改它读不出来：“正文”后面用了全角冒号“：”。',
    );
    expect(mended.out).not.toContain('可自动修改');
    expect(read('计划.yaml').toString()).toBe(broken.replace('标题：', '标题: ').replace('单位:', '单位: '));
  });

  test('--fix-dry-run shows a diff and writes nothing', async () => {
    const { lint, read } = at({ '计划.yaml': bad });
    const { code, out } = await lint('计划.yaml', '--fix-dry-run');
    expect(code).toBe(1);
    expect(out).toContain('-    内容: 加强领导,落实责任。');
    expect(out).toContain('+    内容: 加强领导，落实责任。');
    expect(read('计划.yaml').toString()).toBe(bad);
    const both = await lint('计划.yaml', '--fix', '--fix-dry-run');
    expect([both.code, both.out]).toEqual([code, out]);
    expect(read('计划.yaml').toString()).toBe(bad);
  });

  test('--fix-dry-run tells of what it can’t read, behind the diffs of the others', async () => {
    const { lint, cwd } = at({ '坏.yaml': bad });
    writeFileSync(path.join(cwd, '照片.yaml'), Buffer.from([0xff, 0xd8, 0, 0, 1]));
    const { code, out, err } = await lint('.', '--fix-dry-run');
    expect([code, out.includes('+    内容: 加强领导，落实责任。')]).toEqual([2, true]);
    expect(err).toContain('照片.yaml 不是文本文件');
  });

  test('mended standard input goes to standard output', async () => {
    const { out } = await pingan(['lint', '--stdin', '--fix'], folder(), { input: bad });
    expect(out).toBe(bad.replace('领导,落实', '领导，落实'));
  });

  test('unsafe fixes are made only when they are asked for', async () => {
    const twice = good.replace('每月排查不少于2次。', '确保2026年、2026年安全。');
    const { lint, read } = at({ '计划.yaml': twice });
    expect((await lint('计划.yaml', '--fix')).code).toBe(1);
    expect(read('计划.yaml').toString()).toBe(twice);
    expect((await lint('计划.yaml', '--fix=unsafe')).code).toBe(0);
    expect(read('计划.yaml').toString()).toContain('确保2026年安全。');
  });
});

describe('pingan.config.yaml', () => {
  const config = (text: string, plan = bad) => at({ 'pingan.config.yaml': text, '村/计划.yaml': plan });

  test.each([
    ['a rule is turned off', '规则: {punct/half-width: 关}', 0],
    ['a group is', '规则: {punct/*: 关}', 0],
    ['the later line wins', '规则: {punct/*: 关, punct/half-width: 提示}', 0],
    ['English works too', 'rules: {punct/half-width: off}', 0],
    ['for some files only', '例外: [{文件: "村/*.yaml", 规则: {punct/*: 关}}]', 0],
    ['for other files', '例外: [{文件: "镇/*.yaml", 规则: {punct/*: 关}}]', 1],
    ['a word may pass', '允许: {punct/half-width: ["领导,落实"]}', 0],
    ['what counts is set', '失败于: 从不', 0],
    ['a file is not looked at', '不查: ["村/**"]', 2],
    [
      'a rule of one’s own',
      '规则: {punct/*: 关}\n自定义规则: {措辞: {类型: 替换, 词表: {应急办: 应急管理办公室}, 级别: 错误}}',
      1,
    ],
    [
      'from a day on',
      '规则: {punct/*: 关}\n自定义规则: {措辞: {词表: {应急办: 应急管理办公室}, 级别: 错误, 自: 2027-01-01}}',
      0,
    ],
  ])('%s', async (_name, text, code) => {
    expect((await config(text).lint('村')).code).toBe(code);
  });

  test('files build on each other', async () => {
    const { lint } = at({
      'pingan.config.yaml': '继承: [严格, 县.yaml]',
      '县.yaml': '规则: {punct/*: 关}',
      '计划.yaml': bad,
    });
    expect((await lint('计划.yaml')).code).toBe(0);
  });

  test.each([
    ['规则: {punct/half-widht: 关}', '1:6 错误 没有“punct/half-widht”这条规则，是不是“punct/half-width”？'],
    ['规则: {punct/half-width: 很重}', '1:24 错误 不认识“很重”。'],
    ['规则: {goal/measurable: [警告, {至多: 3}]}', '1:29 错误 不认识的键“至多”，是不是“至少”？'],
    ['规贝: {}', '1:1 错误 不认识的键“规贝”，是不是“规则”？'],
    ['规则：{}', '1:1 错误 这里应是一组“键: 值”'],
    ['继承: [县.yaml', '错误'],
    ['自定义规则: {措辞: {类型: 替换}}', '没有词表'],
  ])('%s is refused', async (text, message) => {
    const { code, err, out } = await config(text).lint('村');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
    expect(err).toMatch(/✘ 配置文件 pingan\.config\.yaml 有 \d 处错误，没有检查。/);
  });

  test('an unknown preset, a missing file and a circle are refused', async () => {
    expect((await config('继承: recomended').lint('村')).err).toMatch(
      /没有“recomended”这个预设，是不是“recommended”/,
    );
    expect((await config('继承: 县.yaml').lint('村')).err).toMatch(/县\.yaml 失败：没有这个文件/);
    expect((await config('继承: pingan.config.yaml').lint('村')).err).toMatch(/绕成了圈/);
    expect((await config('规贝: 1').lint('村', '--no-config')).code).toBe(1);
  });

  test('comments in a document follow it as well', async () => {
    const { cwd } = at({ '计划.yaml': bad });
    expect((await pingan(['gen', '计划.yaml', '--comments'], cwd)).err).toContain('1 条批注');
    writeFileSync(path.join(cwd, 'pingan.config.yaml'), '规则: {punct/*: 关}');
    expect((await pingan(['gen', '计划.yaml', '--comments'], cwd)).err).toContain('没有批注');
  });

  test('a plan may speak for itself', async () => {
    const { lint } = at({
      '甲.yaml': `${bad}检查: {规则: {punct/half-width: 提示}}\n`,
      '乙.yaml': `${bad}检查: {规则: {没有: 关}}\n`,
    });
    expect((await lint('甲.yaml')).code).toBe(0);
    expect((await lint('乙.yaml')).out).toMatch(/没有“没有”这条规则/);
  });
});

describe('comments that turn rules off', () => {
  const with_ = (comment: string) =>
    bad.replace('  - 标题: 排查', `  # pingan-disable-next ${comment}\n  - 标题: 排查`);

  test.each([
    ['punct/half-width -- 原文如此', 0, ''],
    ['punct/*, num/range-sign', 0, '这里停用了“num/range-sign”，但它没有查出问题。'],
    ['all', 0, ''],
    ['punct/half-widht', 1, '没有“punct/half-widht”这条规则，是不是“punct/half-width”？'],
    ['', 1, '没有写停用哪条规则。'],
  ])('%s', async (comment, code, said) => {
    const { lint } = at({ '计划.yaml': with_(comment) });
    const run = await lint('计划.yaml');
    expect(run.code).toBe(code);
    expect(run.out).toContain(said);
    expect((await lint('计划.yaml', '--no-inline-disable')).code).toBe(1);
  });

  test('reasons may be demanded', async () => {
    const { lint } = at({ 'pingan.config.yaml': '须写原因: 是', '计划.yaml': with_('punct/half-width') });
    expect((await lint('计划.yaml')).out).toContain('停用规则没有写原因。');
  });
});

describe('old files', () => {
  test('a baseline hides what was there, not what is new', async () => {
    const { lint, cwd, read } = at({ '计划.yaml': bad });
    expect((await lint('计划.yaml', '--write-baseline')).err).toContain('已记入基线 1 处');
    expect((await lint('计划.yaml', '--baseline', '.pingan-baseline.json')).code).toBe(0);
    writeFileSync(path.join(cwd, '计划.yaml'), `# 多了一行\n${bad.replace('各负其责', '负责,到底')}`);
    const { code, out } = await lint('计划.yaml', '--baseline', '.pingan-baseline.json', '-f', 'compact');
    expect([code, out.split('\n').length]).toEqual([1, 2]);
    writeFileSync(path.join(cwd, '计划.yaml'), good);
    expect((await lint('计划.yaml', '--baseline', '.pingan-baseline.json')).err).toContain('有 1 处已经改好');
    await lint('计划.yaml', '--baseline', '.pingan-baseline.json', '--prune-baseline');
    expect(JSON.parse(read('.pingan-baseline.json').toString())).toEqual({ version: 1, problems: [] });
  });

  test('a missing or broken baseline is told', async () => {
    const { lint } = at({ '计划.yaml': bad, 'b.json': '[1]' });
    expect((await lint('计划.yaml', '--baseline', 'a.json')).err).toMatch(/没有基线文件 a\.json/);
    expect(await lint('计划.yaml', '--baseline', 'b.json')).toMatchObject({ code: 2 });
  });

  test('--since looks at changed lines only', async () => {
    const { lint, cwd } = at({ '计划.yaml': bad, '旁.yaml': bad });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=甲', '-c', 'user.email=a@b', ...args], { cwd, stdio: 'pipe' });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', '甲');
    expect((await lint('--since', 'HEAD')).code).toBe(0);
    writeFileSync(path.join(cwd, '计划.yaml'), bad.replace('各负其责', '负责,到底'));
    const { out } = await lint('--since', 'HEAD', '-f', 'compact');
    expect(out).toBe('计划.yaml:13:15: error punct/half-width 半角的“,”应为全角的“，”。\n');
    expect((await lint('--since', '没有')).err).toMatch(/git 里没有“没有”/);
  });

  test('--against compares with last year', async () => {
    const goals = (year: number, value: string) =>
      `${good.replaceAll('2026', String(year))}工作目标:\n  - {指标: 调解成功率, 值: 达到${value}以上, 期限: ${year}年12月底, 责任: 应急办}\n`;
    const { lint } = at({ '去年.yaml': goals(2025, '98%'), '今年.yaml': goals(2026, '90%') });
    expect((await lint('今年.yaml', '--against', '去年.yaml')).out).toContain('goal/weakened');
  });
});

describe('files that are no plans', () => {
  const bomb = `甲: &a [哈, 哈]\n${[...'bcdefghi'].map((name, index) => `乙${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`).join('\n')}\n`;

  test.each([
    ['a binary file', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 255, 254]), 2, '不是文本文件'],
    ['a file of 50 MB', Buffer.alloc(50 * 1024 * 1024, '甲'), 2, '超过 3 MB'],
    ['an alias bomb', bomb, 1, '引用（&、*）层层嵌套'],
    ['an empty file', '', 1, '文件里没有内容'],
    ['a text', '平安镇工作要点', 1, '这不是计划文件'],
  ])('%s', async (_name, content, code, said) => {
    const run = await at({ '计划.yaml': content }).lint('计划.yaml');
    expect(run.code).toBe(code);
    expect(run.out + run.err).toContain(said);
  });

  test('a missing file, an empty pattern, an unreadable file', async () => {
    const { lint, cwd } = at({ '坏.yaml': bad, '锁.yaml': good });
    expect(await lint('没有.yaml')).toMatchObject({ code: 2, err: '✘ 没有 没有.yaml 这个文件或目录。\n' });
    expect(await lint('没有*.yaml')).toMatchObject({ code: 2 });
    expect((await lint('没有*.yaml', '--allow-empty')).code).toBe(0);
    if (process.getuid?.() === 0) return;
    chmodSync(path.join(cwd, '锁.yaml'), 0);
    const { code, out, err } = await lint('.');
    expect([code, out.includes('punct/half-width'), err.includes('没有权限')]).toEqual([2, true, true]);
  });
});

describe('reports', () => {
  test('several formats at once, each in its file', async () => {
    const { lint, read } = at({ '坏.yaml': bad });
    const { code, out } = await lint(
      '坏.yaml',
      '-f',
      'pretty',
      '-f',
      'sarif=出/结果.sarif',
      '-f',
      'json=结果.json',
    );
    expect(code).toBe(1);
    expect(out).toContain('✘ 1 处错误，0 处警告，0 处提示；其中 1 处可用 --fix 自动改。');
    expect(JSON.parse(read('出/结果.sarif').toString()).version).toBe('2.1.0');
    expect(JSON.parse(read('结果.json').toString()).schemaVersion).toBe(1);
    expect((await lint('坏.yaml', '-f', 'json', '-f', 'sarif')).err).toMatch(/只有一种格式可以打印出来/);
    expect((await lint('坏.yaml', '-f', 'sarfi')).err).toMatch(/没有“sarfi”这种格式，是不是“sarif”/);
  });

  test('rules are listed and explained', async () => {
    const { lint } = at({ '好.yaml': good });
    expect((await lint('--rules')).out).toMatch(
      /^punct\/half-width +错误 +essential +可改 +中文里用了半角标点$/m,
    );
    expect((await lint('--explain', 'punct/half-width')).out).toContain('GB/T 15834');
    expect((await lint('--explain', 'punct/half-widht')).err).toMatch(/是不是“punct\/half-width”/);
    expect((await lint('好.yaml', '--print-config')).out).toMatch(/punct\/half-width: +错误/);
  });
});
