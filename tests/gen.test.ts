import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, pingan } from './run.ts';

const plan =
  '标题: 柳溪村2026年工作要点\n单位: 柳溪村村民委员会\n正文:\n  - 加强巡查: "{{次数}}次。"\n变量: {次数: 2}\n';

/** A folder with plans in it. */
function plans(files: Record<string, string | Uint8Array>): string {
  const cwd = folder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), content);
  }
  return cwd;
}

describe('where documents go', () => {
  test.each([
    ['beside the plan', ['计划.yaml'], ['计划.docx', '计划.yaml']],
    ['in a file whose ending tells the format', ['计划.yaml', '-o', '新.md'], ['新.md', '计划.yaml']],
    [
      'in a folder that is made',
      ['计划.yaml', '-o', '输出/', '-f', 'docx,md'],
      ['计划.yaml', '输出', '输出/计划.docx', '输出/计划.md'],
    ],
  ])('%s', async (_, args, files) => {
    const cwd = plans({ '计划.yaml': plan });
    expect(await pingan(['gen', ...args], cwd)).toMatchObject({ code: 0, out: '' });
    expect(readdirSync(cwd, { recursive: true }).map(String).sort()).toEqual([...files].sort());
  });

  test('to standard output, from standard input', async () => {
    const run = await pingan(['gen', '-', '-f', 'md'], folder(), { input: plan });
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toMatch(/^# 柳溪村2026年工作要点\n\n## 一、加强巡查\n\n2次。\n/);
  });

  test('several plans by a pattern', async () => {
    const cwd = plans({ 'a/甲.yaml': plan, 'a/乙.yaml': plan });
    expect((await pingan(['gen', 'a/*.yaml', '-f', 'md'], cwd)).code).toBe(0);
    expect(readdirSync(path.join(cwd, 'a')).sort()).toEqual(['乙.md', '乙.yaml', '甲.md', '甲.yaml']);
  });
});

test('a configuration is no plan, whether a pattern or the shell finds it', async () => {
  const cwd = plans({ '计划.yaml': plan, 'pingan.config.yaml': '最多警告: 9\n' });
  for (const args of [['*.yaml'], ['pingan.config.yaml', '计划.yaml']]) {
    expect((await pingan(['gen', ...args, '-f', 'md'], cwd)).code).toBe(0);
    expect((await pingan(['lint', ...args], cwd)).out).not.toContain('不认识的键');
  }
  for (const command of ['gen', 'lint'])
    expect(await pingan([command, 'pingan.config.yaml'], cwd)).toMatchObject({ code: 2 });
});

test('--set comes before the variables of the plan', async () => {
  const cwd = plans({ '计划.yaml': plan.replace('{{次数}}', '{{支书.姓名}}巡查{{次数}}') });
  const run = await pingan(
    ['gen', '计划.yaml', '-f', 'md', '-o', '-', '--set', '次数=9', '--set', '支书.姓名=周守平'],
    cwd,
  );
  expect(run.out).toContain('周守平巡查9次。');
});

test('--set 支书.姓名 leaves the other names of 支书 alone', async () => {
  const input =
    "标题: 题\n正文:\n  - 甲: '{{支书.姓名}}，{{支书.电话}}。'\n变量: {支书: {姓名: 周, 电话: 12345}}\n";
  const run = await pingan(['gen', '-', '-f', 'md', '--set', '支书.姓名=李'], folder(), { input });
  expect(run.out).toContain('李，12345。');
});

test('every kind prints its 印发通知, signature and date', async () => {
  for (const kind of ['工作要点', '工作方案', '工作计划', '工作总结', '通知']) {
    const input = `标题: 题\n文种: ${kind}\n单位: 甲镇\n日期: 2026-03-05\n印发通知: {标题: 印发的通知, 正文: 请执行。}\n正文:\n  - 甲: 文。\n`;
    const { out } = await pingan(['gen', '-', '-f', 'md'], folder(), { input });
    expect(out, kind).toMatch(/^# 印发的通知\n\n请执行。\n\n甲镇\\\n2026年3月5日\n\n---\n\n# 题\n/);
  }
});

test('a bad plan is told and writes nothing; the good one beside it is made', async () => {
  const cwd = plans({ '好.yaml': plan, '坏.yaml': plan.replace('正文', '正文：') });
  const run = await pingan(['gen', '坏.yaml', '好.yaml'], cwd);
  expect(run.code).toBe(1);
  expect(run.err).toContain('✘ 坏.yaml 有');
  expect(readdirSync(cwd).sort()).toEqual(['坏.yaml', '好.docx', '好.yaml']);
});

test('--force makes a document all the same', async () => {
  const cwd = plans({ '计划.yaml': plan.replace('变量: {次数: 2}', '') });
  expect((await pingan(['gen', '计划.yaml'], cwd)).code).toBe(1);
  expect((await pingan(['gen', '计划.yaml', '--force'], cwd)).code).toBe(0);
});

test('a name of --set that nothing prints is told with the one that is like it', async () => {
  const cwd = plans({
    '计划.yaml': "标题: '{{村名}}要点'\n变量: {村名: 柳溪村, 支书: {姓名: 甲}}\n正文: '{{支书.姓名}}'\n",
    '村.csv': '村名\n甲村\n',
  });
  const set = ['--set', '村民=东岭村', '--set', '支书.姓名=乙', '--set', '标题=丙'];
  const run = await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-', ...set], cwd);
  expect(run.out).toContain('# 柳溪村要点\n\n乙');
  expect(run.err).toContain('计划.yaml 里没有用到 --set 给的“村民”，是不是“村名”？');
  expect(run.err).toContain('没有用到 --set 给的“标题”，写了 {{标题}} 的地方才印它的值。');
  const name = ['--name', '{{村名}}{{季}}', '--set', '季=一季度'];
  const args = ['batch', '计划.yaml', '--data', '村.csv', '-o', '出', '-f', 'md'];
  const batch = await pingan([...args, ...name, ...set], cwd);
  expect(batch.err).toContain('没有用到 --set 给的“村民”');
  expect(batch.err).not.toContain('季');
});

describe('a file edited by hand', () => {
  test.each(['md', 'docx'])('is not written over without --force (%s)', async (format) => {
    const cwd = plans({ '计划.yaml': plan });
    const file = path.join(cwd, `计划.${format}`);
    const again = (...more: string[]) => pingan(['gen', '计划.yaml', '-f', format, ...more], cwd);
    expect((await again()).code).toBe(0);
    expect((await again('--set', '次数=3')).code).toBe(0);
    writeFileSync(file, Buffer.concat([Buffer.from('改'), readFileSync(file)]));
    const edited = readFileSync(file);
    const run = await again();
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/被改过.*--force/);
    expect(readFileSync(file).equals(edited)).toBe(true);
    expect((await again('--force')).code).toBe(0);
    expect(readFileSync(file).equals(edited)).toBe(false);
  });
});

describe('usage and files, exit code 2 and a Chinese sentence', () => {
  test.each<[string, string[], RegExp]>([
    ['no such file', ['gen', '没有.yaml'], /没有 没有\.yaml 这个文件或目录。/],
    ['no file for a pattern', ['gen', '*.yml'], /没有计划符合“\*\.yml”。/],
    ['a folder without a plan', ['gen', '空'], /没有计划符合“空”。/],
    ['a Word file for a plan', ['gen', '二进制.yaml'], /不是文本文件/],
    [
      'an unknown format',
      ['gen', '计划.yaml', '-f', 'doc'],
      /没有“doc”这种格式，可以写：docx、md、html、pdf。/,
    ],
    ['an unknown ending', ['gen', '计划.yaml', '-o', 'x.wps'], /不会生成 \.wps 文件/],
    ['one file for two documents', ['gen', '计划.yaml', '-f', 'docx,md', '-o', 'x.docx'], /要生成 2 个文件/],
    ['an ending of another format', ['gen', '计划.yaml', '-f', 'md', '-o', 'x.docx'], /-f 写的却是 md/],
    ['two plans for one file', ['gen', '计划.yaml', '目录/计划.yaml', '-o', '输出/'], /会写到同一个文件/],
    ['an unknown option', ['gen', '计划.yaml', '--outptu', 'x'], /没有“--outptu”这个选项。/],
    ['an unknown command', ['gne'], /没有“gne”这个命令。/],
    ['--set without a value', ['gen', '计划.yaml', '--set', '村名'], /应写成 键=值/],
    ['no such folder of templates', ['gen', '计划.yaml', '--template', '无'], /没有模板目录/],
    ['an output whose folder is a file', ['gen', '计划.yaml', '-o', '计划.yaml/x.docx'], /失败/],
  ])('%s', async (_, args, message) => {
    const cwd = plans({
      '计划.yaml': plan,
      '目录/计划.yaml': plan,
      '二进制.yaml': Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]),
      '空/村.txt': '',
    });
    const run = await pingan(args, cwd);
    expect(run.err).toMatch(message);
    expect(run).toMatchObject({ code: 2, out: '' });
  });

  test.each([[['计划.yaml', '-o', '-']], [['-']]])(
    'a Word file is not poured onto a screen by %j',
    async (args) => {
      const run = await pingan(['gen', ...args], plans({ '计划.yaml': plan }), {
        outIsTerminal: true,
        input: plan,
      });
      expect(run).toMatchObject({ code: 2, out: '', err: expect.stringContaining('不能打印到屏幕上') });
    },
  );
});

describe('templates of one’s own', () => {
  const partial = '{{!-- 自己的写法 --}}\n::: 落款\n{{并列 单位}}（章）\n:::';

  test('模板/ beside the plan overrides a single file', async () => {
    const cwd = plans({ '计划.yaml': plan, '模板/partials/落款.hbs': partial });
    expect((await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-'], cwd)).out).toContain(
      '柳溪村村民委员会（章）',
    );
  });

  test('--template comes before 模板/', async () => {
    const cwd = plans({ '计划.yaml': plan, '模板/partials/落款.hbs': '一', '别处/partials/落款.hbs': '二' });
    expect(
      (await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-', '--template', '别处'], cwd)).out,
    ).toMatch(/二\n/);
  });

  test('a kind of one’s own', async () => {
    const cwd = plans({
      '计划.yaml': `文种: 倡议书\n${plan}`,
      '模板/倡议书/document.hbs': '# {{标题}}\n倡议如下：',
    });
    expect((await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-'], cwd)).out).toMatch(
      /^# 柳溪村2026年工作要点\n\n倡议如下：/,
    );
  });

  test.each([
    ['{{#if 单位}}', /落款\.hbs:1:\d+ “\{\{ \}\}”写得不对/],
    ['{{> 没有}}', /落款\.hbs:1:\d+ 找不到模板片段“没有”。/],
    ['{{大写 单位}}', /落款\.hbs:1:\d+ 没有“大写”这个写法/],
    ['::: 落宽\nx\n:::', /不认识“::: 落宽”，是不是“落款”？/],
  ])('a mistake in a template is told with its place: %s', async (source, message) => {
    const cwd = plans({ '计划.yaml': plan, '模板/partials/落款.hbs': source });
    const run = await pingan(['gen', '计划.yaml'], cwd);
    expect(run.err).toMatch(message);
    expect(run.code).toBe(2);
    expect(existsSync(path.join(cwd, '计划.docx'))).toBe(false);
  });
});

test('GBK plans are read', async () => {
  const gbk = Buffer.from('b1eacce23a20b2e2cad40ad5fdcec43a20c4dac8ddd2bb0a', 'hex');
  expect(
    (await pingan(['gen', '计划.yaml', '-f', 'md', '-o', '-'], plans({ '计划.yaml': gbk }))).out,
  ).toContain('# 测试');
});

test('values stay values, whatever they contain', async () => {
  const nasty = '# 一 | 二 **三** ::: {{四}} <w:p>五</w:p> & 六 \\n';
  const cwd = plans({ '计划.yaml': plan });
  const given = ['gen', '计划.yaml', '-f', 'docx', '-o', '-', '--set', `次数=${nasty}`];
  expect((await pingan(given, cwd)).err).toContain('照样要印就加 --force。');
  const run = await pingan([...given, '--force'], cwd);
  const { default: mammoth } = await import('mammoth');
  expect((await mammoth.extractRawText({ buffer: run.bytes })).value).toContain(`${nasty}次。`);
});

test('pingan schema prints a JSON Schema that knows the keys', async () => {
  const schema = JSON.parse((await pingan(['schema'], folder())).out) as { properties: object };
  expect(Object.keys(schema.properties)).toEqual(
    expect.arrayContaining(['标题', '指导思想', '正文', '变量']),
  );
});

test('--watch makes the document again after a change', async () => {
  const cwd = plans({ '计划.yaml': plan });
  const stop = new AbortController();
  let said = '';
  const running = pingan(['gen', '计划.yaml', '-f', 'md', '--watch'], cwd, {
    signal: stop.signal,
    say: (text) => {
      said += text;
      if (text.includes('正在等待'))
        writeFileSync(path.join(cwd, '计划.yaml'), plan.replace('{{次数}}次', '每月一次'));
      else if (said.split('已生成').length === 3) stop.abort();
    },
  });
  expect((await running).code).toBe(0);
  expect(readFileSync(path.join(cwd, '计划.md'), 'utf8')).toContain('每月一次');
}, 20_000);
