import path from 'node:path';
import type { Configuration } from '../../configuration/configuration.ts';
import { UserError } from '../../errors.ts';
import { isConfiguration, readDecoded, type Stored, text } from '../../io/files.ts';
import type { Changes } from '../../io/git.ts';
import { findPlans, matching } from '../../io/plans.ts';
import { isPlan } from '../../plan/known-keys.ts';
import type { Host } from '../host.ts';
import type { LintOptions } from './options.ts';

/** A plan to be checked. */
export interface Input {
  /** As it is shown. */
  file: string;
  absolute: string;
  source: string;
  /** How it is stored; what came by standard input or lies in git's index isn't. */
  stored?: Stored;
}

export interface Inputs {
  plans: Input[];
  /** Why some files could not be read; the others are checked all the same. */
  unreadable: string[];
}

interface About {
  options: LintOptions;
  configuration: Configuration;
  changes: Changes | undefined;
  host: Host;
}

/** What is to be checked: standard input, or the files that the arguments mean. */
export async function inputsOf(
  files: readonly string[],
  { options, configuration, changes, host }: About,
): Promise<Inputs> {
  if (options.stdin || files.includes('-')) {
    const others = files.filter((file) => file !== '-');
    if (others.length > 0)
      throw new UserError(`标准输入和文件（${others.slice(0, 3).join('、')}）不能一起查，分两次查。`);
    const file = options.stdinFilename ?? '标准输入';
    const input = {
      file,
      absolute: path.resolve(host.cwd, file),
      source: text(await host.stdin(), '标准输入'),
    };
    return { plans: [input], unreadable: [] };
  }
  if (options.staged) return stagedPlans(files, { configuration, changes, host });
  const unreadable: string[] = [];
  const plans = (await findPlans(files, host.cwd)).flatMap(({ file, searched }) => {
    const absolute = path.resolve(host.cwd, file);
    if (configuration.ignored(absolute) || changes?.has(absolute) === false) return [];
    try {
      const stored = readDecoded(absolute);
      // A folder may hold other YAML files; a file that is named is checked, whatever it holds.
      return searched && !isPlan(stored.text) ? [] : [{ file, absolute, source: stored.text, stored }];
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      unreadable.push(thrown.message);
      return [];
    }
  });
  return { plans, unreadable };
}

/** The plans that are about to be committed, as they are there. */
async function stagedPlans(
  files: readonly string[],
  { configuration, changes, host: { cwd } }: Omit<About, 'options'>,
): Promise<Inputs> {
  const { stagedFiles } = await import('../../io/staged.ts');
  const named = await matching([...files, ...files.map((file) => `${file.replace(/\/$/, '')}/**`)], cwd);
  const isMeant = (file: string) =>
    (files.length === 0 || files.includes('.') || named(file)) &&
    !isConfiguration(file) &&
    !configuration.ignored(file) &&
    changes?.has(file) !== false;
  const inputs: Inputs = { plans: [], unreadable: [] };
  for (const { file: absolute, bytes } of stagedFiles(cwd)) {
    if (!isMeant(absolute)) continue;
    const file = path.relative(cwd, absolute).replaceAll('\\', '/');
    try {
      const source = text(bytes, file);
      if (isPlan(source)) inputs.plans.push({ file, absolute, source });
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      inputs.unreadable.push(thrown.message);
    }
  }
  return inputs;
}
