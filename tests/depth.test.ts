import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { tree } from '../src/package/tree.ts';
import { folder, pingan } from './run.ts';

/** A file with a level within a level, however many, in every notation that has them. */
const plans: Record<string, (levels: number) => string> = {
  'lists in brackets': (levels) => `标题: 甲\n正文: ${'['.repeat(levels)}甲${']'.repeat(levels)}\n`,
  'lists that nobody closed': (levels) => `标题: 甲\n正文: ${'['.repeat(levels)}\n`,
  'maps in braces': (levels) => `标题: 甲\n变量: ${'{甲: '.repeat(levels)}乙${'}'.repeat(levels)}\n`,
  'maps in braces that nobody closed': (levels) => `标题: 甲\n变量: ${'{甲: '.repeat(levels)}\n`,
  dashes: (levels) => `标题: 甲\n正文:\n  ${'- '.repeat(levels)}甲\n`,
  'question marks': (levels) => `标题: 甲\n正文:\n  ${'? '.repeat(levels)}甲\n`,
  'titles below titles': (levels) =>
    `标题: 甲\n正文:\n${Array.from({ length: levels }, (_, level) => `${' '.repeat(level + 1)}- 甲:\n`).join('')}`,
  'maps below maps': (levels) =>
    `标题: 甲\n变量:\n${Array.from({ length: levels }, (_, level) => `${' '.repeat(level + 1)}甲:\n`).join('')}`,
};

const tables: Record<string, (levels: number) => string> = {
  json: (levels) => `[{"村名": ${'['.repeat(levels)}"甲"${']'.repeat(levels)}}]`,
  jsonl: (levels) => `{"村名": "乙"}\n{"村名": ${'{"甲":'.repeat(levels)}1${'}'.repeat(levels)}}\n`,
  yaml: (levels) => `- 村名: ${'['.repeat(levels)}甲${']'.repeat(levels)}\n`,
};

const tooDeep = /^(?:✘ )?\S+:\d+:\d+ (?:错误 )?层次太深，列表和“.{1,3}: 值”套了100层以上，读不下去/;

describe('levels within levels are told at their place', () => {
  // 1,200 levels were read, 5,000 ended in a stack overflow, and those of 3,000 lines took minutes.
  test.each(Object.entries(plans))('of plans: %s', async (_, plan) => {
    const cwd = folder();
    for (const levels of [101, 2000]) {
      writeFileSync(path.join(cwd, '计划.yaml'), plan(levels));
      const gen = await pingan(['gen', '计划.yaml', '-o', '-', '-f', 'md', '--force'], cwd);
      expect([gen.code, gen.err]).toEqual([1, expect.stringMatching(tooDeep)]);
      const lint = await pingan(['lint', '计划.yaml'], cwd);
      expect([lint.code, lint.out]).toEqual([1, expect.stringMatching(tooDeep)]);
      expect((await pingan(['lint', '--fix=unsafe', '计划.yaml'], cwd)).code).toBe(1);
    }
    writeFileSync(path.join(cwd, '计划.yaml'), plan(40));
    expect((await pingan(['lint', '计划.yaml'], cwd)).out).not.toMatch(tooDeep);
  });

  test.each(Object.entries(tables))('of tables in .%s', async (kind, table) => {
    const cwd = folder();
    writeFileSync(path.join(cwd, '计划.yaml'), '标题: 甲\n正文: 乙。\n');
    for (const levels of [120, 20_000]) {
      writeFileSync(path.join(cwd, `表.${kind}`), table(levels));
      const { code, err } = await pingan(['batch', '计划.yaml', '--data', `表.${kind}`, '-o', '出'], cwd);
      expect([code, err]).toEqual([2, expect.stringMatching(tooDeep)]);
      expect(err).toContain(kind === 'jsonl' ? `表.${kind}:2:` : `表.${kind}:1:`);
    }
  });

  test('of XML', () => {
    const nested = (levels: number) => `${'<w:tbl>'.repeat(levels)}${'</w:tbl>'.repeat(levels)}`;
    expect(tree(nested(200)).name).toBe('w:tbl');
    for (const levels of [300, 100_000]) expect(() => tree(nested(levels))).toThrow('嵌套超过 256 层');
  });
});

describe('configurations that build on each other', () => {
  const lint = (cwd: string) => pingan(['lint', '计划.yaml'], cwd);
  const place = (cwd: string, files: Record<string, string>) => {
    writeFileSync(path.join(cwd, '计划.yaml'), '标题: 平安镇工作要点\n正文: 大力推进。\n');
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(cwd, name), text);
  };

  test('are laid down once each, however many ways lead to them', async () => {
    const cwd = folder();
    const files: Record<string, string> = { 'pingan.config.yaml': '继承: [甲0.yaml, 乙0.yaml]' };
    for (let level = 0; level < 15; level++)
      for (const name of ['甲', '乙'])
        files[`${name}${level}.yaml`] = `继承: [甲${level + 1}.yaml, 乙${level + 1}.yaml]`;
    // What lies at the bottom is changed above it, and stays so on the second way.
    files['甲15.yaml'] =
      '自定义规则: {推进: {类型: 存在, 词表: [推进], 级别: 错误}}\n规则: {local/推进: 错误}';
    files['乙15.yaml'] = '继承: 甲15.yaml\n规则: {local/推进: 提示}';
    place(cwd, files);
    const { code, out } = await lint(cwd);
    expect(code).toBe(0);
    expect(out.match(/提示 不要写“推进”/g)).toHaveLength(1);
  });

  test('have an end, which is told at its place', async () => {
    const cwd = folder();
    const files: Record<string, string> = { 'pingan.config.yaml': '失败于: 错误\n继承: 0.yaml' };
    for (let level = 0; level < 1000; level++) files[`${level}.yaml`] = `继承: [${level + 1}.yaml]`;
    place(cwd, files);
    const { code, err } = await lint(cwd);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^✘ 19\.yaml:1:6 配置文件一个继承一个，套了20层以上/),
    ]);
    mkdirSync(path.join(cwd, '里'));
    symlinkSync('..', path.join(cwd, '里', '外'));
    writeFileSync(path.join(cwd, 'pingan.config.yaml'), '继承: 里/外/pingan.config.yaml');
    expect((await lint(cwd)).err).toMatch(/套了20层以上/);
  });
});
