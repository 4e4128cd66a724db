import path from 'node:path';
import type { Configuration } from '../../configuration/configuration.ts';
import { UserError } from '../../errors.ts';
import { readDecoded, type Stored, text } from '../../io/files.ts';
import type { Changes } from '../../io/git.ts';
import { findPlans } from '../../io/plans.ts';
import { isPlan } from '../../plan/known-keys.ts';
import type { Host } from '../host.ts';
import type { LintOptions } from './options.ts';

/** A plan to be checked. */
export interface Input {
  /** As it is shown. */
  file: string;
  absolute: string;
  source: string;
  /** How it is stored; standard input isn't. */
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
    const file = options.stdinFilename ?? '标准输入';
    const input = {
      file,
      absolute: path.resolve(host.cwd, file),
      source: text(await host.stdin(), '标准输入'),
    };
    return { plans: [input], unreadable: [] };
  }
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
