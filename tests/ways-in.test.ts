import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { matchable } from '../src/configuration/patterns.ts';
import { folder, pingan } from './run.ts';

const plan = '标题: 平安镇2026年工作要点\n主要任务: [{标题: 甲, 内容: 乙。}]\n';
const withFiles = (files: Readonly<Record<string, string | Uint8Array>>) => {
  const cwd = folder();
  for (const [name, content] of Object.entries({ '计划.yaml': plan, ...files })) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), content);
  }
  return cwd;
};
const batch = (data: string) => ['batch', '计划.yaml', '--data', data, '-o', '出'];
const MiB = 1024 * 1024;

describe('what is too large is refused in a sentence', () => {
  const cell = 'a'.repeat(1_000_001);
  test.each<[string, string, string | Uint8Array, string]>([
    ['a cell', '村.csv', `村名,户数\n甲,"${cell}"\n`, '村.csv 第2行以后：一行超过一百万字'],
    ['a cell without an end', '村.csv', `村名,户数\n甲,"${'a\n'.repeat(500_001)}`, '一行超过一百万字'],
    ['the names of columns', '村.csv', `村名,${'a'.repeat(201)}\n甲,1\n`, '第1行B列：列名超过 200 字'],
    ['a line', '村.jsonl', `{"村名": "${cell}"}`, '村.jsonl 第1行超过一百万字'],
    ['JSON', '村.json', `[${'{"村名": "甲"},'.repeat(900_000)}{}]`, '村.json 超过一千万字'],
    ['YAML', '村.yaml', `- 村名: 甲\n#${'a'.repeat(MiB)}`, '村.yaml 超过 1 MB'],
  ])('%s', async (_, name, content, message) => {
    const run = await pingan(batch(name), withFiles({ [name]: content }));
    expect([run.code, run.err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('plans, on standard input as well, and letterheads', async () => {
    const large = Buffer.alloc(5 * MiB + 1, '#');
    for (const command of ['gen', 'lint']) {
      const cwd = withFiles({ '大.yaml': large });
      expect(await pingan([command, '大.yaml'], cwd)).toMatchObject({ code: 2 });
      const { code, err } = await pingan([command, command === 'lint' ? '--stdin' : '-'], cwd, {
        input: large,
      });
      expect([code, err]).toEqual([2, expect.stringContaining('标准输入 超过 3 MB')]);
    }
    const cwd = withFiles({ '信头.docx': '', '计划.yaml': `${plan}版式: {信头: 信头.docx}\n` });
    truncateSync(path.join(cwd, '信头.docx'), 101 * MiB);
    const { err } = await pingan(['gen', '计划.yaml'], cwd);
    expect(err).toContain('信头.docx 超过 100 MB');
  });
});

describe.skipIf(!existsSync('/dev/zero'))('what never ends isn’t read', () => {
  const pipe = (cwd: string, name: string) => execFileSync('mkfifo', [path.join(cwd, name)]);
  test.each<[string, string[]]>([
    ['a plan', ['gen', '管道']],
    ['a plan to check', ['lint', '管道']],
    ['a table', batch('管道')],
    ['a sample', ['gen', '计划.yaml', '--style-from', '管道']],
    ['a configuration', ['lint', '计划.yaml', '--config', '管道']],
    ['a template', ['gen', '计划.yaml', '--template', '模']],
    ['a letterhead', ['gen', '信.yaml']],
  ])('%s', async (_, args) => {
    const cwd = withFiles({ '模/partials/甲.hbs': '', '信.yaml': `${plan}版式: {信头: 管道}\n` });
    pipe(cwd, '管道');
    pipe(cwd, '模/document.hbs');
    const { code, err } = await pingan(args, cwd);
    expect(code).toBeGreaterThan(0);
    expect(code).toBeLessThan(3);
    expect(err).not.toBe('');
  });

  test.each([['gen'], ['lint']])('%s /dev/zero', async (command) => {
    const { code, err } = await pingan([command, '/dev/zero'], withFiles({}));
    expect([code, err]).toEqual([2, expect.stringContaining('/dev/zero')]);
  });
});

describe('patterns', () => {
  test.each([
    ['(a+)+b', '[(]a+[)]+b'],
    ['计划(1).yaml', '计划[(]1[)].yaml'],
    ['计划\\*.yaml', '计划/*.yaml'],
    ['**/*要点*2026*.yaml', '**/*要点*2026*.yaml'],
    ['{甲,乙}/*.yaml', '{甲,乙}/*.yaml'],
  ])('%s is held against names as %s', (pattern, expected) => expect(matchable(pattern)).toBe(expected));

  test.each(['*a*a*a*a.yaml', '**/**/**/**/a', '{a,b}'.repeat(11), '{1..999999999}', '['.repeat(11)])(
    '%s is refused',
    (pattern) => expect(() => matchable(pattern)).toThrow('写得具体些'),
  );

  test('none takes for ever, wherever it is written, and brackets are characters', async () => {
    const name = `${'a'.repeat(60)}.yaml`;
    const cwd = withFiles({
      [name]: plan,
      '计划(1)甲.yaml': plan,
      'pingan.config.yaml': '不查: ["(a+)+b"]\n',
    });
    for (const command of ['gen', 'lint'])
      for (const pattern of ['(a+)+b', '+(+(a))b', '*(a|aa)*b.yaml', '@(a|a)@(a|a)*'])
        expect((await pingan([command, pattern], cwd)).code).toBeGreaterThan(0);
    const run = await pingan(['gen', '计划(1)*.yaml', '-f', 'md', '-o', '-'], cwd);
    expect([run.code, run.out]).toEqual([0, expect.stringContaining('平安镇')]);
  });
});

test('names that would command a terminal are shown without their commands', async () => {
  const red = '\u001b[31m红\u0007\u009b2J';
  const cwd = withFiles({
    '村.csv': `村名,${red}\n甲,1\n甲,2\n`,
    '坏.csv': `村名,${red},${red}\n甲,1,2\n`,
    '大.csv': `村名\n甲,${red}\n`,
    '记.json': `[{"村名": "甲", "${red.replace('\u001b', '\\u001b').replace('\u0007', '\\u0007')}": "1"}]`,
    '模板/partials/x.txt': '',
  });
  for (const args of [
    batch('村.csv'),
    batch('坏.csv'),
    batch('大.csv'),
    batch('记.json'),
    [...batch('村.csv'), '--name', red],
    [...batch('村.csv'), '--name', `{{${red}}}`],
    [...batch('村.csv'), '--where', `${red}=1`],
    ['gen', `${red}.yaml`],
    ['lint', `${red}.yaml`],
    ['gen', '计划.yaml', '--set', `${red}=1`],
    ['gen', '计划.yaml', '-f', red],
    ['gen', '计划.yaml', `--${red}`],
    ['template', red],
    [red],
  ]) {
    const { err, out } = await pingan(args, cwd);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are meant
    expect(err + out).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/);
  }
});

test.each([
  [['gen', '计划'], '没有 计划 这个文件或目录，是不是“计划.yaml”？'],
  [['lint', '计划.yml'], '没有 计划.yml 这个文件或目录，是不是“计划.yaml”？'],
  [['gen', '记划.yaml'], '没有 记划.yaml 这个文件或目录，是不是“计划.yaml”？'],
  [['gen', '村/甲.yaml'], '没有 村/甲.yaml 这个文件或目录，是不是“村/甲.yaml.txt”？'],
  [['import', '计划'], '没有 计划 这个文件，是不是“计划.docx”？'],
  [['pull', '计划.doc'], '没有 计划.doc 这个文件，是不是“计划.docx”？'],
  [['doctor', '计划'], '没有 计划 这个文件，是不是“计划.yaml”？'],
  [['template', '附注', '--for', '计划'], '没有 计划 这个文件或目录，是不是“计划.yaml”？'],
  [['open', '计划'], '没有 计划 这个文件或目录，是不是“计划.yaml”？'],
  [['gen', '没有.yaml'], '没有 没有.yaml 这个文件或目录。'],
  [['gen', '没有/计划.yaml'], '没有 没有/计划.yaml 这个文件或目录。'],
])('of a file that isn’t there it is said which one may be meant: %s', async (args, said) => {
  const cwd = folder();
  for (const name of ['计划.docx', '计划.yaml', '.计划', '村/甲.yaml.txt']) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), '');
  }
  const { code, err } = await pingan(args, cwd);
  expect([code, err]).toEqual([2, expect.stringContaining(`✘ ${said}\n`)]);
});

test('a whole disk is not looked through for plans', async () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, '计划.yaml'), plan);
  for (let each = 0; each < 20_001; each++) mkdirSync(path.join(cwd, `盘/${each}`), { recursive: true });
  const refused = '“盘”下面的文件夹超过两万个，不像是放计划的；写到放计划的那个文件夹。';
  for (const command of ['lint', 'gen']) {
    const { code, err } = await pingan([command, '计划.yaml', '盘'], cwd);
    expect([code, err]).toEqual([2, expect.stringContaining(refused)]);
  }
});
