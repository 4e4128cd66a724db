import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { answered, down, left } from './answered.ts';
import { folder, pingan } from './run.ts';

const kinds = readdirSync('starters/plans').map((name) => path.parse(name).name.normalize());
const content = (cwd: string) =>
  readdirSync(cwd, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

describe('pingan init writes what is in order as it stands', () => {
  test.each(kinds)('%s', async (kind) => {
    const cwd = folder();
    const now = () => new Date(2026, 10, 27);
    expect((await pingan(['init', '--kind', kind, '-y'], cwd, { now })).code).toBe(0);
    const found = await pingan(['lint', '--fail-on', 'info'], cwd);
    expect(found).toMatchObject({ code: 0, out: '✔ 没有发现问题。\n' });
    const { code, out, err } = await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-'], cwd);
    expect([code, err]).toEqual([0, '']);
    for (const word of ['平安镇', '2026年11月27日']) expect(out).toContain(word);
    expect(out).not.toMatch(/[@{}]/);
  });

  test.each(kinds)('%s for many villages', async (kind) => {
    const cwd = folder();
    expect((await pingan(['init', '--kind', kind, '--table', '-y'], cwd)).code).toBe(0);
    expect((await pingan(['lint', '--fail-on', 'info'], cwd)).code).toBe(0);
    const made = ['batch', '计划.yaml', '--data', '村表.csv', '-f', 'md', '-o', '出', '--name', '{{村名}}'];
    expect(await pingan(made, cwd)).toMatchObject({ code: 0, err: '✔ 共 3 行，生成 3。\n' });
    const text = readFileSync(path.join(cwd, '出/东岭村.md'), 'utf8');
    expect(text).toMatch(/东岭村/);
    expect(text).not.toMatch(/柳溪村村民|平安镇/);
  });
});

describe('pingan init', () => {
  test('writes what is said, with the first line that editors look for', async () => {
    const cwd = folder();
    const said = [
      '--kind',
      '通知',
      '--unit',
      '柳溪村村民委员会',
      '--title',
      '关于“防火”: 通知',
      '--year',
      '2031',
    ];
    const { code, err } = await pingan(['新建', '村/防火.yaml', ...said, '-y'], cwd);
    expect([code, err]).toEqual([
      0,
      '✔ 已写 村/防火.yaml\n✔ 已写 村/pingan.schema.json\n用记事本或 VS Code 打开 村/防火.yaml，改成自己的；然后运行：\n  pingan gen 村/防火.yaml\n',
    ]);
    const plan = readFileSync(path.join(cwd, '村/防火.yaml'), 'utf8');
    expect(plan).toMatch(/^# yaml-language-server: \$schema=\.\/pingan\.schema\.json\n/);
    expect(plan).toContain('\n标题: "关于“防火”: 通知"\n');
    expect(plan).toContain('\n单位: 柳溪村村民委员会\n');
    const schema = JSON.parse(readFileSync(path.join(cwd, '村/pingan.schema.json'), 'utf8'));
    expect(schema.$schema).toContain('json-schema.org');
  });

  test.each([
    ['柳溪村村民委员会', '各村民小组、各网格'],
    ['柳溪村', '各村民小组、各网格'],
    ['幸福社区居民委员会', '各居民小组、各网格'],
    ['平安镇人民政府', '各村（社区）、各相关单位'],
    ['城中村街道办事处', '各村（社区）、各相关单位'],
  ])('%s writes to %s', async (unit, recipients) => {
    const cwd = folder();
    await pingan(['init', '--unit', unit, '-y'], cwd);
    expect(readFileSync(path.join(cwd, '计划.yaml'), 'utf8')).toContain(`\n主送: ${recipients}\n`);
  });

  test('makes plans of the coming year from October on, and tells of this one', async () => {
    const cwd = folder();
    const now = () => new Date(2026, 9, 1);
    await pingan(['init', '甲.yaml', '-y'], cwd, { now });
    await pingan(['init', '乙.yaml', '--kind', '总结', '-y'], cwd, { now });
    await pingan(['init', '丙.yaml', '-y'], cwd, { now: () => new Date(2026, 8, 30) });
    const year = (name: string) => /^年度: (\d+)$/m.exec(readFileSync(path.join(cwd, name), 'utf8'))?.[1];
    expect(['甲.yaml', '乙.yaml', '丙.yaml'].map(year)).toEqual(['2027', '2026', '2026']);
  });

  test('writes the settings of checking and of CI, once', async () => {
    const cwd = folder();
    const args = ['init', '-y', '--config', '--ci', 'github,gitlab', '--ci', 'pre-commit', '--table'];
    expect((await pingan(args, cwd)).code).toBe(0);
    const files = ['.github/workflows/pingan.yml', '.gitlab-ci.yml', '.pre-commit-config.yaml'];
    const all = ['.github', '.github/workflows', ...files, 'pingan.config.yaml', 'pingan.schema.json'];
    expect(content(cwd)).toEqual([...all, '村表.csv', '计划.yaml'].sort());
    for (const file of files) expect(readFileSync(path.join(cwd, file), 'utf8')).not.toContain('@版本@');
    expect(readFileSync(path.join(cwd, '村表.csv'), 'utf8').charCodeAt(0)).toBe(0xfeff);
    const before = content(cwd).map((name) => name.endsWith('/') || name);
    const again = await pingan(['init', '另.yaml', '-y', '--config', '--ci', 'gitlab'], cwd);
    expect(again).toMatchObject({
      code: 2,
      err: '✘ 已经有 pingan.config.yaml、.gitlab-ci.yml，没有覆盖，什么也没有写；换一个文件名或目录。\n',
    });
    expect(content(cwd)).toEqual(before);
  });

  test('what to run next can be copied', async () => {
    const { err } = await pingan(['init', '我的 材料/计 划.yaml', '--table', '-y'], folder());
    expect(err).toContain('\n  pingan gen "我的 材料/计 划.yaml"\n');
    expect(err).toContain('  pingan batch "我的 材料/计 划.yaml" --data "我的 材料/村表.csv" --name');
  });

  test.each([
    [['--kind', '工作要典'], '没有“工作要典”的样子，是不是“工作要点”？'],
    [['--kind', '命令'], '没有“命令”的样子。可以写：'],
    [['--unit', '甲: 乙'], '单位只写名称'],
    [['--unit', '-'], '单位只写名称'],
    [['--unit', 'null'], '单位只写名称'],
    [['通知'], '计划的文件名要以 .yaml 结尾：通知.yaml；要的是这种文件，写 --kind 通知。'],
    [['--year', '26'], '应是四位的年份'],
    [['--ci', 'jenkins'], '可以写：github、gitlab、pre-commit。'],
    [['计划.txt'], '计划的文件名要以 .yaml 结尾'],
    [['计划.yaml'], '已经有 计划.yaml，没有覆盖'],
  ])('%s is refused, and nothing is written', async (args, said) => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '计划.yaml'), '自己的');
    const file = args.length === 1 ? [] : ['另.yaml'];
    const { code, err } = await pingan(['init', ...args, ...file], cwd);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
    expect(content(cwd)).toEqual(['计划.yaml']);
    expect(readFileSync(path.join(cwd, '计划.yaml'), 'utf8')).toBe('自己的');
  });
});

describe('the dialogue', () => {
  test('asks for what was not said', async () => {
    const cwd = folder();
    const { code, unasked } = await answered(['init', '--kind', '通知'], cwd, [
      ['一次给许多村（社区）做吗', '\r'],
      ['单位', '柳溪村村民委员会\r'],
      ['年度', '2030\r'],
      ['要不要检查的配置', `${left}\r`],
      ['要不要 CI 的设置', `${down} \r`],
    ]);
    expect([code, unasked]).toEqual([0, []]);
    expect(content(cwd)).toEqual(['.gitlab-ci.yml', 'pingan.config.yaml', 'pingan.schema.json', '计划.yaml']);
    expect(readFileSync(path.join(cwd, '计划.yaml'), 'utf8')).toContain('单位: 柳溪村村民委员会');
  });

  test('may be ended, and then nothing is written', async () => {
    const cwd = folder();
    const { code, err } = await answered(['init'], cwd, [['写什么', '\u0003']]);
    expect([code, err]).toEqual([2, '✘ 没有写文件。\n']);
    expect(content(cwd)).toEqual([]);
  });
});
