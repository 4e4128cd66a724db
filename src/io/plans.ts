import path from 'node:path';
import { matchable, matcher } from '../configuration/patterns.ts';
import { isConfiguration, isDirectory, isFile, leavesOut } from './files.ts';
import { missing } from './missing.ts';
import { isPattern, walked } from './walked.ts';

export interface Found {
  /** Relative to `cwd` where it lies below, with forward slashes. */
  file: string;
  /** Found by looking through a folder, so it need not be a plan. */
  searched: boolean;
}

/** The plans that arguments mean: files as they are, folders with all that is in them, patterns. */
export async function findPlans(arguments_: readonly string[], cwd: string): Promise<Found[]> {
  const found = new Map<string, Found>();
  const wanted = arguments_.filter((argument) => !leavesOut(argument, cwd));
  const ignore = arguments_
    .filter((argument) => leavesOut(argument, cwd))
    .map((argument) => matchable(argument.slice(1)));
  for (const argument of wanted.length === 0 ? ['.'] : wanted) {
    if (isFile(path.resolve(cwd, argument))) add(found, argument, false);
    else for (const file of await search(argument, cwd, ignore)) add(found, file, true);
  }
  return [...found.values()];
}

const plans = '**/*.{yaml,yml}';

/** Looks through a folder, or for what fits a pattern; a name that is neither is a file that isn't there. */
async function search(argument: string, cwd: string, ignore: readonly string[]): Promise<string[]> {
  const folder = isDirectory(path.resolve(cwd, argument));
  if (!folder && !(await isPattern(argument))) throw missing(argument, cwd, 'any');
  const root = folder ? path.resolve(cwd, argument) : cwd;
  const wanted = folder ? [plans] : [matchable(argument), `${matchable(argument)}/${plans}`];
  const files = await walked(wanted, argument, { cwd: root, ignore: ['**/node_modules/**'], absolute: true });
  const found = files.map((file) => path.relative(cwd, file)).sort();
  if (ignore.length === 0) return found;
  const { default: picomatch } = await import('picomatch');
  const isIgnored = picomatch(ignore.flatMap((each) => [each, `${each.replace(/\/$/, '')}/**`]));
  return found.filter((file) => !isIgnored(file.replaceAll('\\', '/')));
}

function add(found: Map<string, Found>, file: string, searched: boolean): void {
  const name = path.normalize(file).replaceAll('\\', '/');
  if (!found.has(name) && !isConfiguration(name)) found.set(name, { file: name, searched });
}

/** Whether a file is one of those that patterns name; the patterns are relative to a folder. */
export async function matching(
  patterns: readonly string[],
  folder: string,
): Promise<(file: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const isMatch = await matcher(patterns);
  return (file) => isMatch(path.relative(folder, file).replaceAll('\\', '/'));
}
