import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../src/markup/parse.ts';
import { folder, pingan } from './run.ts';

/** Names that every object of the language has: a person's words like any other. */
const names = ['constructor', 'toString', '__proto__'];

/** A folder with a plan of some lines and what else is wanted. */
function place(files: Record<string, string>, lines = '正文: 每月排查一次。') {
  const cwd = folder();
  const plan = `标题: 平安镇2026年工作要点\n单位: 平安镇人民政府\n主送: 各村\n日期: 2026-03-05\n${lines}\n`;
  for (const [name, text] of Object.entries({ '计划.yaml': plan, ...files }))
    writeFileSync(path.join(cwd, name), text);
  return { cwd, run: (...args: string[]) => pingan(args, cwd) };
}

describe.each(names)('%s', (name) => {
  test('is no ending of a table', async () => {
    const { run } = place({ [`表.${name}`]: '村名\n甲\n' });
    const { code, err } = await run('batch', '计划.yaml', '--data', `表.${name}`, '-o', '出');
    expect([code, err]).toEqual([2, expect.stringMatching(/不认识 .* 这种数据/)]);
  });

  test('is a column, a variable and a name of a file', async () => {
    const { cwd, run } = place(
      { '表.csv': `村名,${name},支书.${name}\n甲,乙,丙\n丁,,戊\n` },
      `正文: '{{#if ${name}}}有{{${name}}}{{/if}}，{{支书.${name}}}。'`,
    );
    const made = await run('batch', '计划.yaml', '--data', '表.csv', '-o', '出', '-f', 'md');
    expect([made.code, made.err]).toEqual([0, expect.stringMatching(/生成 2/)]);
    expect(readFileSync(path.join(cwd, '出', '甲计划.md'), 'utf8')).toContain('有乙，丙。');
    expect(readFileSync(path.join(cwd, '出', '丁计划.md'), 'utf8')).toContain('\n，戊。');
    const given = await run(
      'gen',
      '计划.yaml',
      '-o',
      '-',
      '-f',
      'md',
      '--set',
      `${name}=己`,
      '--set',
      `支书.${name}=庚`,
    );
    expect(given.out).toContain('有己，庚。');
  });

  test('has no value where nobody gave one', async () => {
    const warnings: unknown[] = [];
    const { error, log } = console;
    console.error = console.log = (...said) => warnings.push(said);
    try {
      const { run } = place(
        {},
        `变量: {村: [{名: 甲}]}\n正文:\n  - 甲: '{{${name}}}'\n  - 乙: '{{村.${name}}}'`,
      );
      const { code, err } = await run('gen', '计划.yaml', '-o', '-', '-f', 'md');
      expect(code).toBe(1);
      expect(err.match(/变量“[^”]+”没有值/g)).toHaveLength(2);
      const { run: again } = place({ '表.csv': `村名,${name}\n甲,\n` }, `正文: '甲{{#if ${name}}}乙{{/if}}'`);
      expect((await again('batch', '计划.yaml', '--data', '表.csv', '-o', '出')).code).toBe(0);
    } finally {
      Object.assign(console, { error, log });
    }
    expect(warnings).toEqual([]);
  });

  test('is no preset, no rule, no kind, no level, no key and no format', async () => {
    const said = async (config: string, lines?: string, ...more: string[]) => {
      const { run } = place({ 'pingan.config.yaml': config }, lines);
      const { code, out, err } = await run('lint', '计划.yaml', ...more);
      return [code, out + err];
    };
    expect(await said(`继承: [${name}]`)).toEqual([
      2,
      expect.stringContaining(`pingan.config.yaml:1:6 没有“${name}”这个预设`),
    ]);
    expect(await said(`规则: {${name}: 关}`)).toEqual([2, expect.stringContaining(`没有“${name}”这条规则`)]);
    expect(await said(`失败于: ${name}`)).toEqual([2, expect.stringContaining(`不认识“${name}”`)]);
    expect(await said(`${name}: 甲`)).toEqual([2, expect.stringContaining(`不认识的键“${name}”`)]);
    expect(await said('{}', `${name}: 甲`)).toEqual([1, expect.stringContaining(`不认识的键“${name}”`)]);
    expect(await said('{}', `文种: ${name}`)).toEqual([
      expect.anything(),
      expect.not.stringContaining('程序出错了'),
    ]);
    expect(await said('{}', undefined, '-f', name)).toEqual([2, expect.stringContaining(`“${name}”`)]);
    expect(await said(`规则: {structure/missing-parts: [警告, {要有: [${name}]}]}`)).toEqual([
      0,
      expect.anything(),
    ]);
  });

  test('is no container of templates', () => {
    expect(() => parse(`::: ${name}\n甲\n:::`)).toThrow(`不认识“::: ${name}”`);
  });
});

test.each([
  ['an empty one with a suggestion', "词表: {'': 乙}", /1:\d+ 错误 词表里有一个空的词/],
  ['blanks', "词表: {'  ': 乙}", /1:\d+ 错误 词表里有一个空的词/],
  ['an empty one', "词表: ['']", /1:\d+ 错误 这里的文字是空的/],
  ['nothing', "词表: ''", /1:\d+ 错误 这里的文字是空的/],
  ['a dictionary', `词表: [${'甲,'.repeat(5001)}]`, /1:\d+ 错误 词表里有5001个词，一条规则最多查5000个/],
])('own rules of nothing, or of a dictionary, are told: %s', async (_, words, told) => {
  const { run } = place({ 'pingan.config.yaml': `自定义规则: {甲: {${words}}}` });
  const { code, err } = await run('lint', '计划.yaml');
  expect([code, err]).toEqual([2, expect.stringMatching(told)]);
});
