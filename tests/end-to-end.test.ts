import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, pingan as inProcess } from './run.ts';
import { validate } from './wordprocessingml/validate.ts';

const bin = path.resolve('bin/pingan.js');
const pingan = (args: string[], cwd: string, input?: string) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    ...(input !== undefined && { input }),
  });
  return { code: status, out: stdout.toString(), err: stderr.toString() };
};

/** The built program as it is installed; `npm ci` builds it. */
describe('the built command line', () => {
  test('makes a valid Word file from an example', async () => {
    const cwd = folder();
    expect(pingan(['gen', path.resolve('examples/village-plan.yaml'), '-o', 'out.docx'], cwd)).toEqual({
      code: 0,
      out: '',
      err: '✔ 已生成 Word 文件 out.docx\n',
    });
    expect(await validate(readFileSync(path.join(cwd, 'out.docx')))).toEqual([]);
  });

  test('writes the same bytes with the skeletons of the build as the sources do without', async () => {
    const cwd = folder();
    for (const layout of ['gb9704', 'gb33476', '普通', '{字体: gb2312}', '{字体: gbk}', '{加粗: 3}']) {
      const plan = `标题: 题\n版式: ${layout}\n正文:\n  - 甲: 文。\n`;
      pingan(['gen', '-', '-o', 'built.docx', '--force'], cwd, plan);
      const { bytes } = await inProcess(['gen', '-', '-f', 'docx'], cwd, { input: plan });
      expect(readFileSync(path.join(cwd, 'built.docx')).equals(bytes), layout).toBe(true);
    }
  });

  test('tells a mistake in Chinese with its place, and ends with 1', () => {
    const cwd = folder();
    const run = pingan(['gen', '-', '-o', 'out.docx'], cwd, '标题: 甲\n指导思象: 乙\n');
    expect(run.code).toBe(1);
    expect(run.out).toBe('');
    expect(run.err).toBe(
      '标准输入:2:1 错误 不认识的键“指导思象”，是不是“指导思想”？\n  1 │ 标题: 甲\n  2 │ 指导思象: 乙\n    │ ^^^^^^^^\n  改法 自拟标题的部分写在“正文:”下面，一条是一部分；这里只能写固定的键。\n\n✘ - 有 1 处错误，没有生成文件。\n',
    );
    expect(existsSync(path.join(cwd, 'out.docx'))).toBe(false);
  });

  test('shows its help in Chinese', () => {
    expect(pingan(['gen', '--help'], folder()).out).toMatch(/^用法：/);
    expect(pingan(['--version'], folder()).out.trim()).toBe(
      JSON.parse(readFileSync('package.json', 'utf8')).version,
    );
  });
});
