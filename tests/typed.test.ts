import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { optionWords } from '../src/commands/words.ts';
import { programIn } from '../src/main.ts';
import { isPainted } from '../src/ui/painted.ts';
import { folder, pingan } from './run.ts';

const plan =
  '标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n主送: 各村\n正文: 每月排查。\n日期: 2026-03-05\n';

function at(): string {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  return cwd;
}

describe('what is typed in Chinese', () => {
  test.each([
    ['生成 计划.yaml -f md -o -', 'gen 计划.yaml -f md -o -'],
    ['排版 计划.yaml --格式 md --输出 -', 'gen 计划.yaml -f md -o -'],
    ['gen 计划.yaml --格式=md --输出＝-', 'gen 计划.yaml -f md -o -'],
    ['gen 计划.yaml －f md —o -', 'gen 计划.yaml -f md -o -'],
    ['gen 计划.yaml ——format md ——输出 -', 'gen 计划.yaml -f md -o -'],
    ['检查 计划.yaml --失败于 提示 --不用配置', 'lint 计划.yaml --fail-on info --no-config'],
    ['检查 --解释 num/found-fixed', 'lint --explain num/found-fixed'],
    ['模板', 'template'],
    ['版本', '--version'],
    ['--版本', '--version'],
    ['-v', '--version'],
    ['帮助 检查', 'lint --help'],
    ['help 检查', 'lint --help'],
    ['help', '--help'],
    ['gen --帮助', 'gen --help'],
  ])('%s is %s', async (typed, meant) => {
    const cwd = at();
    const wanted = await pingan(meant.split(' '), cwd);
    expect(await pingan(typed.split(' '), cwd)).toEqual(wanted);
    expect(wanted.err).not.toContain('没有“');
  });

  test('is left alone where it is the name of a file, or stands behind --', async () => {
    const cwd = at();
    for (const name of ['—甲.yaml', '--输出']) writeFileSync(path.join(cwd, name), plan);
    expect((await pingan(['gen', '—甲.yaml'], cwd)).err).toBe('✔ 已生成 Word 文件 —甲.docx\n');
    expect((await pingan(['gen', '-f', 'md', '-o', '-', '--', '--输出'], cwd)).out).toMatch(/^# 平安镇/);
  });
});

test('help says nothing in English of its own', async () => {
  const cwd = folder();
  const names = [
    '',
    ...programIn({} as Parameters<typeof programIn>[0]).commands.map((command) => command.name()),
  ];
  expect(names.length).toBeGreaterThan(12);
  for (const name of names) {
    const { out } = await pingan([name, '--help'].filter(Boolean), cwd);
    expect(out).toContain('选项：');
    expect(out).not.toMatch(/default|choices|argument|display/i);
  }
});

describe('a word that is none', () => {
  test.each([
    ['generate 计划.yaml', '没有“generate”这个命令，是不是“gen”？'],
    ['转换', '没有“转换”这个命令，是不是“gen”？'],
    ['fix', '没有“fix”这个命令，是不是“lint --fix”？'],
    ['生城', '没有“生城”这个命令，是不是“生成”？'],
    ['bach', '没有“bach”这个命令，是不是“batch”？'],
    ['constructor', '没有“constructor”这个命令。可以写：'],
    ['计划.yaml', '“计划.yaml”是文件，前面还要写命令：生成写 pingan gen 计划.yaml'],
    ['旧.docx', '“旧.docx”是文件，前面还要写命令：变成计划写 pingan import 旧.docx'],
    ['completion csh', '参数“shell”的值“csh”不对。可以写：bash、zsh、fish、powershell。\n'],
    ['import 旧.docx --tracked 全部', '的值“全部”不对。可以写：accepted、original。\n'],
    ['help 生城', '没有“生城”这个命令，是不是“生成”？'],
    ['gen 计划.yaml --输处 甲', '没有“--输处”这个选项，是不是“--输出”？'],
    ['gen 计划.yaml ——输处 甲', '没有“——输处”这个选项，是不是“--输出”？'],
    ['gen 计划.yaml --数据 甲', '“gen”没有“--数据”这个选项，它是“batch”的。'],
    ['gen 计划.yaml --方圆 甲', '没有“--方圆”这个选项。\n'],
    ['gen 计划.yaml --ouput 甲', '没有“--ouput”这个选项。'],
    ['lint --fail-on 大错', '可以写：error（错误）、warning（警告）、info（提示）、never（从不）。'],
  ])('%s is told: %s', async (typed, said) => {
    const { code, err } = await pingan(typed.split(' '), at());
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });
});

test('every option has a Chinese name, which no other option of its command has', () => {
  const program = programIn({} as Parameters<typeof programIn>[0]);
  for (const command of program.commands) {
    const options = [...command.options, ...program.options];
    const names = options.flatMap(({ long }) => {
      expect(Object.keys(optionWords), `pingan ${command.name()} ${long}`).toContain(long);
      return optionWords[long ?? ''] ?? [];
    });
    expect(new Set(names).size, command.name()).toBe(names.length);
  }
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ CI: 'true' }, true, false],
  [{ TERM: 'dumb' }, true, false],
  [{ TERM: 'xterm' }, true, true],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ FORCE_COLOR: 'false' }, true, false],
  [{ FORCE_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '3', CI: 'true', NO_COLOR: '1', TERM: 'dumb' }, false, true],
])('with %j, on a screen: %s, it is painted: %s', (env, screen, painted) =>
  expect(isPainted(env, screen)).toBe(painted),
);

describe('how much is said', () => {
  test('--quiet leaves out what went well, and says what went wrong', async () => {
    const cwd = at();
    expect(await pingan(['gen', '计划.yaml', '-q'], cwd)).toMatchObject({ code: 0, err: '' });
    expect(await pingan(['-q', 'gen', '没有.yaml'], cwd)).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有.yaml'),
    });
    writeFileSync(path.join(cwd, '计划.yaml'), plan.replace('主送: 各村\n', '').replace('每月', '每月.'));
    expect((await pingan(['gen', '计划.yaml', '-q', '--force'], cwd)).err).toMatch(/警告|处/);
  });

  test('--verbose says what was read, how long it took and where it went wrong', async () => {
    const cwd = at();
    writeFileSync(path.join(cwd, 'pingan.config.yaml'), '继承: [推荐]\n');
    const { err } = await pingan(['gen', '计划.yaml', '--verbose'], cwd);
    expect(err).toMatch(/读了 2 个文件：计划\.yaml、pingan\.config\.yaml；用时 \d+\.\d\d 秒。\n$/);
    expect((await pingan(['gen', '没有.yaml', '--verbose'], cwd)).err).toMatch(/^ +at /m);
    expect((await pingan(['gen', '没有.yaml'], cwd)).err).not.toMatch(/^ +at /m);
  });
});
