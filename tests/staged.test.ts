import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { mustBeBuilt } from '../scripts/built.mjs';
import { folder, pingan } from './run.ts';

const good = `标题: 平安镇2026年工作要点
单位: 平安镇人民政府
主送: 各村
正文:
  - 抓好排查: 每月排查不少于2次。
  - 抓好整改: 隐患逐项销号。
日期: 2026-03-05
`;
const bad = good.replace('每月排查', '每月排查,整改');

/** A repository with nothing in it, and how its user works in it. */
function repository() {
  const cwd = folder();
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=甲', '-c', 'user.email=a@b', ...args], {
      cwd,
      stdio: 'pipe',
    }).toString();
  git('init', '-q', '-b', 'main');
  const put = (name: string, text: string | Buffer) => {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  };
  const lint = async (...args: string[]) => {
    const { code, out, err } = await pingan(['lint', '-f', 'compact', ...args], cwd);
    return { code, out: out.replace(/ error .*/g, ''), err };
  };
  return { cwd, git, put, lint };
}
const clean = { code: 0, out: '', err: '' };

describe('lint --staged', () => {
  test('judges what is to be committed, not what lies in the folder', async () => {
    const { git, put, lint } = repository();
    put('计划.yaml', bad);
    put('没管.yaml', bad);
    git('add', '计划.yaml');
    put('计划.yaml', good);
    expect(await lint('--staged')).toEqual({ code: 1, out: '计划.yaml:5:15:\n', err: '' });
    expect((await lint('计划.yaml')).code).toBe(0);
    git('add', '计划.yaml');
    put('计划.yaml', bad);
    expect(await lint('--staged')).toEqual(clean);
    git('commit', '-qm', '甲');
    expect(await lint('--staged')).toEqual(clean);
    // What is gone from the folder may be in the commit all the same.
    git('add', '计划.yaml');
    rmSync(path.join(git('rev-parse', '--show-toplevel').trim(), '计划.yaml'));
    expect((await lint('--staged')).code).toBe(1);
    git('rm', '-q', '--cached', '计划.yaml');
    expect(await lint('--staged')).toEqual(clean);
  });

  test('reads any encoding and any name, and leaves alone what is no plan', async () => {
    const { cwd, git, put, lint } = repository();
    const gbk = iconv.encode(bad, 'gbk');
    put('各村/甲 "乙".yaml', gbk);
    put('大写.YML', bad);
    put('docker.yaml', 'services:\n  甲: {image: node}\n');
    put('pingan.config.yaml', '规则: {}\n');
    put('旧的.yaml', bad);
    put('坏的.yaml', Buffer.from('%PDF-1.7\n标题: 甲\n'));
    symlinkSync('旧的.yaml', path.join(cwd, '链.yaml'));
    git('add', '各村', '大写.YML', 'docker.yaml', 'pingan.config.yaml', '链.yaml');
    const found = ['各村/甲 "乙".yaml:5:15:', '大写.YML:5:15:'];
    const { code, out } = await lint('--staged');
    expect([code, out.trim().split('\n').sort()]).toEqual([1, found.sort()]);
    expect((await lint('--staged', '各村')).out).toBe('各村/甲 "乙".yaml:5:15:\n');
    expect((await lint('--staged', '各村/')).out).toBe('各村/甲 "乙".yaml:5:15:\n');
    expect((await lint('--staged', '大写.YML', 'docker.yaml')).out).toBe('大写.YML:5:15:\n');
    expect(await lint('--staged', '别处')).toEqual(clean);
    git('add', '坏的.yaml');
    expect((await lint('--staged')).err).toContain('坏的.yaml 不是文本文件，是PDF');
  });

  test('with --since looks at the lines that the commit changes', async () => {
    const { git, put, lint } = repository();
    put('计划.yaml', bad);
    git('add', '.');
    expect((await lint('--staged', '--since', 'HEAD')).out).toBe('计划.yaml:5:15:\n');
    git('commit', '-qm', '甲');
    put('计划.yaml', bad.replace('隐患逐项', '隐患,逐项'));
    expect(await lint('--staged', '--since', 'HEAD')).toEqual(clean);
    git('add', '.');
    put('计划.yaml', good);
    expect((await lint('--staged', '--since', 'HEAD')).out).toBe('计划.yaml:6:13:\n');
  });

  test.each([
    [['--fix'], '不能和 --fix、--stdin 一起用'],
    [['--fix-dry-run'], '不能和 --fix、--stdin 一起用'],
    [['--stdin'], '不能和 --fix、--stdin 一起用'],
  ])('is not for %s', async (more, said) => {
    const { lint } = repository();
    expect(await lint('--staged', ...more)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  });

  test('says so where there is no repository', async () => {
    expect(await pingan(['lint', '--staged'], folder())).toMatchObject({
      code: 2,
      err: '✘ 这里不是 git 仓库，--staged 用不了。\n',
    });
  });
});

describe('lint --since in a clone', () => {
  test('that holds only the last commit says how to fetch the others', async () => {
    const { cwd, git, put } = repository();
    put('计划.yaml', good);
    git('add', '.');
    git('commit', '-qm', '甲');
    git('tag', '旧');
    git('commit', '-q', '--allow-empty', '-m', '乙');
    const clone = path.join(folder(), '克隆');
    execFileSync('git', ['clone', '-q', '--depth', '1', '--no-tags', `file://${cwd}`, clone], {
      stdio: 'pipe',
    });
    const { code, err } = await pingan(['lint', '--since', '旧'], clone);
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/浅克隆.*fetch-depth: 0.*GIT_DEPTH: 0.*--unshallow/),
    ]);
    execFileSync('git', ['switch', '-q', '-c', '另'], { cwd: clone, stdio: 'pipe' });
    execFileSync('git', ['branch', '-qD', 'main'], { cwd: clone, stdio: 'pipe' });
    const named = await pingan(['lint', '--since', 'main'], clone);
    expect([named.code, named.err]).toEqual([
      2,
      '✘ git 里没有“main”，有“origin/main”；写 --since origin/main。\n',
    ]);
  });
});

describe('a hook of git', () => {
  test('stops a commit that must be stopped, the first one as well, and lets the others go', () => {
    mustBeBuilt();
    const { cwd, git, put } = repository();
    const hook = path.join(cwd, '.git/hooks/pre-commit');
    writeFileSync(
      hook,
      `#!/bin/sh\nexec '${process.execPath}' '${path.resolve('bin/pingan.cjs')}' lint --staged\n`,
    );
    chmodSync(hook, 0o755);
    const commit = (...args: string[]) =>
      spawnSync('git', ['-c', 'user.name=甲', '-c', 'user.email=a@b', 'commit', '-qm', '甲', ...args], {
        cwd,
        encoding: 'utf8',
      });
    put('计划.yaml', bad);
    put('没管.yaml', bad);
    git('add', '计划.yaml');
    put('计划.yaml', good);
    const stopped = commit();
    expect([stopped.status, stopped.stdout + stopped.stderr]).toEqual([
      1,
      expect.stringContaining('计划.yaml:5:15'),
    ]);
    // git commit 文件 makes an index of its own for the hook to look at.
    expect(commit('计划.yaml').status).toBe(0);
    expect(git('show', 'HEAD:计划.yaml')).toBe(good);
    put('计划.yaml', bad);
    expect(commit('-a').status).toBe(1);
  });
});
