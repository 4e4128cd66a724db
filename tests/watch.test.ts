import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folder, pingan } from './run.ts';

const plan = (words: string) =>
  `标题: 柳溪村2026年工作要点\n单位: 柳溪村村民委员会\n正文:\n  - 加强巡查: ${words}\n`;

/** Watches a plan and does the next thing each time that something is said which a step waits for. */
async function watched(
  steps: readonly [until: string, then: (file: string, cwd: string) => void][],
  hear: (text: string) => void = () => {},
): Promise<{ cwd: string; code: number; said: string }> {
  const cwd = folder();
  const file = path.join(cwd, '计划.yaml');
  writeFileSync(file, plan('每月一次。'));
  const stop = new AbortController();
  const left = [...steps];
  let said = '';
  let heard = 0;
  const { code } = await pingan(['gen', '计划.yaml', '-f', 'md', '--watch'], cwd, {
    signal: stop.signal,
    say: (text) => {
      hear(text);
      said += text;
      const [until, then] = left[0] ?? [];
      if (until === undefined || !said.slice(heard).includes(until)) return;
      heard = said.length;
      left.shift();
      then?.(file, cwd);
      if (left.length === 0) stop.abort();
    },
  });
  expect(left, said).toEqual([]);
  return { cwd, code, said };
}

const md = (cwd: string) => readFileSync(path.join(cwd, '计划.md'), 'utf8');

test('a plan that is deleted and made again, saved by renaming, or has mistakes for a while, is watched on', async () => {
  const { cwd, code } = await watched([
    [
      '正在等待',
      (file) => {
        rmSync(file);
        setTimeout(() => writeFileSync(file, plan('每月两次。')), 300);
      },
    ],
    [
      '已生成',
      (file, cwd) => {
        expect(md(cwd)).toContain('每月两次');
        writeFileSync(`${file}~`, plan('每月三次。'));
        renameSync(`${file}~`, file);
      },
    ],
    [
      '已生成',
      (file, cwd) => {
        expect(md(cwd)).toContain('每月三次');
        writeFileSync(file, '标题：题\n');
      },
    ],
    ['没有生成文件', (file) => writeFileSync(file, 'GIF89a\0\0')],
    ['不是文本文件', (file) => writeFileSync(file, plan('每月四次。'))],
    [
      '已生成',
      (_, cwd) => {
        expect(md(cwd)).toContain('每月四次');
        mkdirSync(path.join(cwd, '模板/partials'), { recursive: true });
        writeFileSync(path.join(cwd, '模板/partials/标题.hbs'), '# 改过的题\n');
        writeFileSync(path.join(cwd, '模板/partials/题头.hbs'), '# 改过的题\n');
      },
    ],
    ['已生成', () => {}],
  ]);
  expect([code, md(cwd)]).toEqual([0, expect.stringContaining('改过的题')]);
}, 30_000);

test('a bug of ours is said, and doesn’t end it', async () => {
  let times = 0;
  const { code, said } = await watched(
    [
      ['正在等待', (file) => writeFileSync(file, plan('每月两次。'))],
      ['程序出错了', (file) => writeFileSync(file, plan('每月三次。'))],
      ['已生成', () => {}],
    ],
    (text) => {
      if (text.includes('已生成') && ++times === 2) throw new TypeError('a bug');
    },
  );
  expect([code, times, said.includes('TypeError: a bug')]).toEqual([0, 3, true]);
}, 30_000);

test('what it writes isn’t taken for a change, and files beside the plan are nobody’s concern', async () => {
  let made = 0;
  const { cwd } = await watched([
    [
      '正在等待',
      (file, cwd) => {
        writeFileSync(path.join(cwd, '别的.yaml'), 'a: 1\n');
        writeFileSync(path.join(cwd, '笔记.txt'), '甲');
        for (const words of ['甲。', '乙。', '丙。']) writeFileSync(file, plan(words));
        made = 0;
      },
    ],
    [
      '已生成',
      (file) => {
        made++;
        setTimeout(() => writeFileSync(file, plan('最后。')), 400);
      },
    ],
    ['已生成', () => void made++],
  ]);
  expect([made, md(cwd).includes('最后'), existsSync(path.join(cwd, '别的.md'))]).toEqual([2, true, false]);
}, 30_000);
