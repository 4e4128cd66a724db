import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { argument } from '../text/argument.ts';

/** The lines that are not as they were in `since`, by file; a file that is new since then has all of them. */
export interface Changes {
  has(file: string): boolean;
  touches(file: string, from: number, to: number): boolean;
}

/** Asks git what has changed since a commit, branch or tag: in the working tree, or in what is about to be committed. */
export function changesSince(since: string, cwd: string, staged = false): Changes {
  if (since.startsWith('-')) throw new UserError(`“${since}”不是 git 里的提交、分支或标签。`);
  const top = topOf(cwd, '--since');
  const diff = git(
    [
      ...['diff', '-U0', '--no-color', '--no-ext-diff', '--no-prefix', '--relative', '--no-renames'],
      ...[...(staged ? ['--cached'] : []), since === 'HEAD' ? headOf(top) : since, '--', '*.yaml', '*.yml'],
    ],
    top,
    () => unknownCommit(since, top),
  );
  const untracked = staged
    ? []
    : git(['ls-files', '--others', '--exclude-standard', '-z'], top).split('\0').filter(Boolean);
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

/** The folder of the repository around a place. */
export function topOf(cwd: string, option: string): string {
  const otherwise = () => `这里不是 git 仓库，${option} 用不了。`;
  return git(['rev-parse', '--show-toplevel'], cwd, otherwise).trim();
}

/** The last commit, or before the first one what holds nothing. */
export function headOf(top: string): string {
  const { status } = spawnSync('git', ['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd: top });
  return status === 0 ? 'HEAD' : git(['hash-object', '-t', 'tree', '--stdin'], top).trim();
}

/** A clone may hold no more than the last commit, and branches that nobody was on by their full names only. */
function unknownCommit(since: string, top: string): string {
  const answers = (...args: string[]) => spawnSync('git', args, { cwd: top, encoding: 'utf8' });
  const remote = `origin/${since}`;
  if (answers('rev-parse', '--verify', '--quiet', `${remote}^{commit}`).status === 0)
    return `git 里没有“${since}”，有“${remote}”；写 --since ${remote}。`;
  const unknown = `git 里没有“${since}”这个提交、分支或标签`;
  if (answers('rev-parse', '--is-shallow-repository').stdout.trim() !== 'true') return `${unknown}。`;
  return `${unknown}：这里是浅克隆，只取了最近的提交。GitHub 的 actions/checkout 里写 fetch-depth: 0，GitLab 里写 GIT_DEPTH: 0；或先运行 git fetch --unshallow origin。`;
}

/** Whether git has a file just as it is now. */
export function isRestorable(file: string): boolean {
  const answers = (...args: string[]) => {
    const options = { cwd: path.dirname(file), stdio: 'ignore' as const };
    return spawnSync('git', [...args, '--', path.basename(file)], options).status === 0;
  };
  return answers('ls-files', '--error-unmatch') && answers('diff', '--quiet', '--no-ext-diff');
}

/** What git answers as text. */
export function git(args: readonly string[], cwd: string, otherwise?: () => string): string {
  return gitBytes(args, cwd, otherwise).toString();
}

export function gitBytes(
  args: readonly string[],
  cwd: string,
  otherwise = () => '问不到 git。',
  input = '',
): Buffer {
  try {
    return execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd,
      input,
      maxBuffer: 1 << 28,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (thrown) {
    const { code, stderr = '' } = thrown as NodeJS.ErrnoException & { stderr?: Buffer | string };
    if (code === 'ENOENT') throw new UserError('没有安装 git，--since、--staged 用不了。');
    if (/dubious ownership/.test(stderr.toString()))
      throw new UserError(
        `git 不认这个目录的主人；信得过的，先运行 git config --global --add safe.directory ${argument(cwd)}。`,
      );
    throw new UserError(otherwise());
  }
}
