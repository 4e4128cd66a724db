import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { configure } from '../src/draft/configure.ts';
import { FaultyFile } from '../src/errors.ts';
import { folder, pingan } from './run.ts';

const clean = `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
主送: 各村
日期: 2026-03-05
正文:
  - 排查矛盾纠纷: 每月排查不少于2次，小事不出村。
  - 整治安全隐患: 每季度检查一次。
`;
const faulty = clean.replace('2次，', '2次,');
const said = `计划.yaml:6:22 错误 半角的“,”应为全角的“，”。
  5 │ 正文:
  6 │   - 排查矛盾纠纷: 每月排查不少于2次,小事不出村。
    │     　　　　　　  　　　　　　　 　^
`;
const refusal =
  '✘ 计划.yaml 有 1 处错误，没有生成文件。标点、错字这样的可以用 pingan lint --fix 计划.yaml 自动改；先不改，加 --force 也能生成。\n';

function run(args: string[], files: Record<string, string>) {
  const cwd = folder();
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(cwd, name), content);
  return { cwd, done: pingan(args, cwd) };
}

describe('a broken configuration', () => {
  const broken = '规则: {没有: 关}\n';
  const shown = `pingan.config.yaml:1:6 错误 没有“没有”这条规则。
  1 │ 规则: {没有: 关}
    │ 　　   ^^^^
  改法 运行 pingan lint --rules 看全部规则。

✘ 配置文件 pingan.config.yaml 有 1 处错误，没有检查。
`;
  const files = { '计划.yaml': faulty, '村.csv': '村名\n柳溪村\n', 'pingan.config.yaml': broken };

  test.each([
    [['lint']],
    [['gen', '计划.yaml']],
    [['gen', '计划.yaml', '--comments']],
    [['batch', '计划.yaml', '--data', '村.csv']],
  ])('is shown by %o as a plan is, and nothing else is said', async (args) => {
    expect(await run(args, files).done).toMatchObject({ code: 2, out: '', err: shown });
  });

  test('carries what is wrong in it, whoever is to show it', async () => {
    const { cwd } = run(['--version'], files);
    const thrown = await configure(undefined, cwd).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(FaultyFile);
    expect((thrown as FaultyFile).about).toMatchObject({
      file: 'pingan.config.yaml',
      source: broken,
      problems: [{ code: 'config/unknown-rule', start: 5, end: 7 }],
    });
  });

  test('is shown and waited out by --watch', async () => {
    const { cwd } = run(['--version'], { ...files, '计划.yaml': clean, 'pingan.config.yaml': '' });
    const stop = new AbortController();
    let said = '';
    const say = (text: string) => {
      said += text;
      if (text.includes('正在等待')) {
        writeFileSync(path.join(cwd, 'pingan.config.yaml'), broken);
        writeFileSync(path.join(cwd, '计划.yaml'), faulty);
      } else if (text.includes('没有检查')) stop.abort();
    };
    const { code } = await pingan(['gen', '计划.yaml', '--watch'], cwd, { signal: stop.signal, say });
    expect(code).toBe(0);
    expect(said).toContain(shown);
  }, 20_000);
});

describe('gen', () => {
  const gen = async (source: string, ...args: string[]) => {
    const { cwd, done } = run(['gen', '计划.yaml', ...args], { '计划.yaml': source });
    return { ...(await done), made: existsSync(path.join(cwd, '计划.docx')) };
  };

  test('makes nothing of a plan with an essential error, says where it is and how to go on', async () => {
    const refused = await gen(faulty);
    expect(refused).toMatchObject({ code: 1, made: false });
    expect(refused.err).toBe(`${said}\n${refusal}`);
  });

  test.each([
    ['- （二）加强巡查。', '“（二）”是手打的序号'],
    ['- 一是加强巡查。', '“一是”是手打的序号'],
    ['- 按照平政发[2026]1号文件排查。', '发文字号里的“[2026]”应为“〔2026〕”'],
    ['- 加强巡查，。', '“，。”是连在一起的点号'],
    ['- 加强**建工作。', '“**”像是隐去的字'],
    ['- 按照《平安县关于印发》排查。', '书名号里的名称没有写完'],
    ['- 2026年三月完成。', '混用了汉字和阿拉伯数字'],
  ])('makes nothing of what is certainly wrong in print: %s', async (entry, message) => {
    const refused = await gen(`${clean}  - 加强巡查:\n      ${entry}\n`);
    expect(refused).toMatchObject({ code: 1, made: false });
    expect(refused.err).toContain(message);
  });

  test('speaks of --fix only where it would mend something', async () => {
    const { err } = await gen(`${clean}  - 加强巡查: 加强**建工作。\n`);
    expect(err).toContain('没有生成文件。先不改，加 --force 也能生成。');
  });

  test('makes it all the same with --force', async () => {
    expect(await gen(faulty, '--force')).toMatchObject({
      code: 0,
      made: true,
      err: '✔ 已生成 Word 文件 计划.docx\n检查发现 1 处错误，运行 pingan lint 计划.yaml 查看。\n',
    });
  });

  test('tells in one line of what isn’t in the way', async () => {
    const { code, err } = await gen(clean.replace('主送: 各村\n', ''));
    expect(code).toBe(0);
    expect(err).toBe('✔ 已生成 Word 文件 计划.docx\n检查发现 1 处警告，运行 pingan lint 计划.yaml 查看。\n');
  });

  test('heeds the plan’s own settings, comments and the configuration', async () => {
    expect(await gen(`检查: {规则: {punct/half-width: 关}}\n${faulty}`)).toMatchObject({ code: 0 });
    const excused = faulty.replace('  - 排查', '  # pingan-disable-next punct/half-width -- 原文\n  - 排查');
    expect(await gen(excused)).toMatchObject({ code: 0 });
    const configured = run(['gen', '计划.yaml'], {
      '计划.yaml': faulty,
      'pingan.config.yaml': '规则: {punct/half-width: 警告}\n',
    });
    expect(await configured.done).toMatchObject({
      code: 0,
      err: '✔ 已生成 Word 文件 计划.docx\n检查发现 1 处警告，运行 pingan lint 计划.yaml 查看。\n',
    });
  });

  test('tells the mistakes of the reader first, and by themselves', async () => {
    const { err } = await gen(`${faulty}结语: '{{村名}}'\n`);
    expect(err).toContain('变量“村名”没有值');
    expect(err).not.toContain('半角');
  });

  test('says nothing of warnings to a plan from standard input, which lint couldn’t be run on', async () => {
    const piped = await pingan(['gen', '-', '-f', 'md'], folder(), {
      input: clean.replace('主送: 各村\n', ''),
    });
    expect(piped).toMatchObject({ code: 0, err: '' });
  });
});

describe('batch', () => {
  const table = '村名\n柳溪村\n石桥村\n';
  const batch = (source: string, ...args: string[]) =>
    run(['batch', '计划.yaml', '--data', '村.csv', '-o', '出', ...args], {
      '计划.yaml': source,
      '村.csv': table,
    });
  const village = (source: string) =>
    source.replace('平安镇2026', '"{{村名}}2026').replace('要点\n', '要点"\n');

  test('makes nothing of a plan with an essential error', async () => {
    const { cwd, done } = batch(village(faulty));
    const { code, err } = await done;
    expect(code).toBe(1);
    expect(err).toBe(`${said}\n${refusal}`);
    expect(existsSync(path.join(cwd, '出'))).toBe(false);
  });

  test('makes it all the same with --force', async () => {
    const { done } = batch(village(faulty), '--force');
    expect(await done).toMatchObject({
      code: 0,
      err: '检查发现 1 处错误，运行 pingan lint 计划.yaml 查看。\n✔ 共 2 行，生成 2。\n',
    });
  });

  test('tells in one line of what isn’t in the way', async () => {
    const { done } = batch(village(clean).replace('主送: 各村\n', ''));
    expect((await done).err).toBe(
      '检查发现 1 处警告，运行 pingan lint 计划.yaml 查看。\n✔ 共 2 行，生成 2。\n',
    );
  });
});
