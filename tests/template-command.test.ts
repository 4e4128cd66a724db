import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, pingan } from './run.ts';

const plan = '标题: 柳溪村工作要点\n单位: 柳溪村村民委员会\n组织机构: {组长: 周守平, 成员: 综治办}\n';

function at(files: Record<string, string>): string {
  const cwd = folder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), content);
  }
  return cwd;
}

const markdown = ['gen', '计划.yaml', '-f', 'md', '-o', '-'];

describe('pingan template', () => {
  test('lists what there is, and says of each what it is for', async () => {
    const { code, out } = await pingan(['template'], folder());
    expect(code).toBe(0);
    const lines = out.split('\n').filter((line) => line.startsWith('  '));
    const partials = readdirSync('templates/partials').length;
    const kinds = readdirSync('templates').filter((name) => existsSync(`templates/${name}/document.hbs`));
    expect(lines).toHaveLength(partials + kinds.length);
    for (const line of lines) expect(line).toMatch(/^ {2}\S+ +\S/);
    expect(out).toMatch(/^ {2}领导小组 +领导小组的组成/m);
  });

  test('copies a partial out, which is then heeded', async () => {
    const cwd = at({ '计划.yaml': plan });
    const before = (await pingan(markdown, cwd)).out;
    const { code, err } = await pingan(['template', '領導小組', '通知'], cwd);
    expect(code).toBe(0);
    expect(err).toMatch(/^✔ 已复制到 模板\/partials\/领导小组\.hbs\n✔ 已复制到 模板\/通知\/document\.hbs\n/);
    expect(await pingan(markdown, cwd)).toMatchObject({ code: 0, out: before });
    const copy = path.join(cwd, '模板/partials/领导小组.hbs');
    expect(readFileSync(copy, 'utf8')).toBe(readFileSync('templates/partials/领导小组.hbs', 'utf8'));
    writeFileSync(copy, readFileSync(copy, 'utf8').replace('组成人员', '组成人员名单'));
    const words = (printed: string) => printed.replace(/<!--.*/, '');
    const after = (await pingan(markdown, cwd)).out;
    expect(words(after)).toBe(words(before).replace('组成人员', '组成人员名单'));
  });

  test('a kind that another template sets gets one of its own', async () => {
    const cwd = at({ '村/计划.yaml': plan });
    expect((await pingan(['template', '意见', '--for', '村/计划.yaml'], cwd)).code).toBe(0);
    expect(readFileSync(path.join(cwd, '村/模板/意见/document.hbs'), 'utf8')).toBe(
      readFileSync('templates/工作方案/document.hbs', 'utf8'),
    );
  });

  test.each([
    [['领导小组'], '模板/partials/领导小组.hbs 已经有了，没有覆盖'],
    [['附注', '领导小组'], '模板/partials/领导小组.hbs 已经有了，没有覆盖'],
    [['领导小祖'], '没有“领导小祖”这个模板，是不是“领导小组”？'],
    [['附注', '--for', '没有.yaml'], '没有 没有.yaml 这个文件或目录'],
  ])('%s is refused, and writes nothing', async (args, said) => {
    const cwd = at({ '模板/partials/领导小组.hbs': '自己的' });
    const { code, err } = await pingan(['template', ...args], cwd);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(readdirSync(cwd, { recursive: true }).sort()).toEqual([
      '模板',
      '模板/partials',
      '模板/partials/领导小组.hbs',
    ]);
    expect(readFileSync(path.join(cwd, '模板/partials/领导小组.hbs'), 'utf8')).toBe('自己的');
  });
});

describe('templates that nothing uses are told', () => {
  test.each([
    ['模板/领导小组.hbs', '应放在“partials/领导小组.hbs”，它是片段。'],
    ['模板/工作要点/领导小组.hbs', '应放在“partials/领导小组.hbs”，它是片段。'],
    ['模板/片段/领导小组.hbs', '应放在“partials/领导小组.hbs”，它是片段。'],
    ['模板/partials/领导小组.hbs.txt', '名称应是“partials/领导小组.hbs”；看不到文件名末尾的'],
    ['模板/partials/领导小组.txt', '名称应是“partials/领导小组.hbs”'],
    ['模板/partials/领导小组.HBS', '名称应是“partials/领导小组.hbs”'],
    ['模板/document.hbs.txt', '名称应是“document.hbs”'],
    ['模板/通知/document.hbs.docx', '名称应是“通知/document.hbs”'],
    ['模板/partials/领导小祖.hbs', '没有“领导小祖”这个片段，是不是“领导小组”？'],
    ['模板/partials/一段套话.hbs', '没有模板写“{{> 一段套话}}”。'],
    ['模板/通知.hbs', '应放在“通知/document.hbs”，“通知”是文种。'],
    ['模板/documents.hbs', '没有“documents”这个片段，是不是“document”？'],
    ['模板/倡议书.hbs', '片段放在“partials/”里；一个文种的模板叫“document.hbs”。'],
  ])('%s', async (file, said) => {
    const cwd = at({ '计划.yaml': plan, [file]: '一句话。\n', '名单.csv': '村名\n甲村\n' });
    const { code, err } = await pingan(markdown, cwd);
    expect([code, err]).toEqual([0, expect.stringContaining(`${file} 没有用上：${said}`)]);
    const run = await pingan(['batch', '计划.yaml', '--data', '名单.csv', '-o', '出/'], cwd);
    expect(run.err).toContain(`${file} 没有用上：${said}`);
  });

  test.each(['模版', 'templates', '模板们'])('a folder called %s', async (name) => {
    const cwd = at({ '计划.yaml': plan, [`${name}/partials/领导小组.hbs`]: '一句话。\n' });
    const said = `${name}/ 没有用上：放模板的目录叫“模板”，改成这个名称，或用 --template ${name} 指定。\n`;
    expect((await pingan(markdown, cwd)).err).toContain(said);
    expect((await pingan([...markdown, '--template', name], cwd)).err).not.toContain('没有用上');
  });

  test('once for all plans of a folder', async () => {
    const cwd = at({ '甲.yaml': plan, '乙.yaml': plan, '模板/领导小组.hbs': '一句话。\n' });
    const { err } = await pingan(['gen', '*.yaml', '-f', 'md'], cwd);
    expect(err.match(/没有用上/g)).toHaveLength(1);
  });

  test('what is used, and what is no template, is left alone', async () => {
    const cwd = at({
      '计划.yaml': plan,
      '模板/document.hbs': '# {{标题}}\n{{> 自己的}}\n{{> (部分 标题 "另一个")}}\n',
      '模板/倡议书/document.hbs': '# {{标题}}\n',
      '模板/partials/自己的.hbs': '一句话。\n',
      '模板/partials/另一个.hbs': '一句话。\n',
      '模板/partials/工作目标.hbs': '{{级}} {{标题}}\n',
      '模板/README.md': '说明',
      '模板/说明.txt': '说明',
      '模板/partials/领导小组.hbs.bak': '旧的',
      'templates/说明.txt': '别的东西',
    });
    const { code, err } = await pingan(markdown, cwd);
    expect([code, err]).toEqual([0, expect.not.stringContaining('没有用上')]);
  });
});
