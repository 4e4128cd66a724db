import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { UserError } from '../errors.ts';

/** The lines that are not as they were in `since`, by file; a file that is new since then has all of them. */
export interface Changes {
  has(file: string): boolean;
  touches(file: string, from: number, to: number): boolean;
}

/** Asks git what has changed since a commit, branch or tag. */
export function changesSince(since: string, cwd: string): Changes {
  if (since.startsWith('-')) throw new UserError(`“${since}”不是 git 里的提交、分支或标签。`);
  const top = git(['rev-parse', '--show-toplevel'], cwd, '这里不是 git 仓库，--since 用不了。').trim();
  const diff = git(
    [
      'diff',
      '-U0',
      '--no-color',
      '--no-ext-diff',
      '--no-prefix',
      '--relative',
      since,
      '--',
      '*.yaml',
      '*.yml',
    ],
    top,
    `git 里没有“${since}”这个提交、分支或标签。`,
  );
  const untracked = git(['ls-files', '--others', '--exclude-standard', '-z'], top, '')
    .split('\0')
    .filter(Boolean);
  const changed = new Map<string, [from: number, to: number][]>();
  let file = '';
  for (const line of diff.split('\n')) {
    const name = /^\+\+\+ (.*?)\t?$/.exec(line)?.[1];
    const lines = /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (name) file = path.resolve(top, name);
    else if (lines) {
      const from = Number(lines[1]);
      changed.set(file, [...(changed.get(file) ?? []), [from, from + Number(lines[2] ?? 1) - 1]]);
    }
  }
  for (const name of untracked) changed.set(path.resolve(top, name), [[1, Number.POSITIVE_INFINITY]]);
  return {
    has: (name) => changed.has(name),
    touches: (name, from, to) =>
      (changed.get(name) ?? []).some(([first, last]) => from <= last && to >= first),
  };
}

/** Whether git has a file just as it is now. */
export function isRestorable(file: string): boolean {
  const answers = (...args: string[]) => {
    const options = { cwd: path.dirname(file), stdio: 'ignore' as const };
    return spawnSync('git', [...args, '--', path.basename(file)], options).status === 0;
  };
  return answers('ls-files', '--error-unmatch') && answers('diff', '--quiet', '--no-ext-diff');
}

function git(args: readonly string[], cwd: string, otherwise: string): string {
  try {
    return execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UserError('没有安装 git，--since 用不了。');
    throw new UserError(otherwise || '问不到 git。');
  }
}
