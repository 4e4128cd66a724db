import path from 'node:path';
import { UserError } from '../../errors.ts';
import { isConfiguration, leavesOut, readText } from '../../io/files.ts';
import { findPlans } from '../../io/plans.ts';
import { isPlan } from '../../plan/known-keys.ts';

/** The plans that are meant: files as they are, standard input, patterns, and folders with all that are in them. */
export async function plansOf(names: readonly string[], cwd: string): Promise<string[]> {
  const excluding = names.filter((name) => leavesOut(name, cwd));
  const plans = new Set<string>();
  for (const name of names) {
    if (name === '-') plans.add(name);
    // The shell finds it, too.
    else if (!isConfiguration(name) && !leavesOut(name, cwd))
      for (const file of await meantBy(name, excluding, cwd)) plans.add(file);
  }
  if (plans.size > 0) return [...plans];
  const [first = ''] = names;
  throw new UserError(
    isConfiguration(first)
      ? `${path.basename(first)} 是配置文件，不是计划。`
      : '没有给计划，只说了不要哪些。',
  );
}

async function meantBy(name: string, excluding: readonly string[], cwd: string): Promise<string[]> {
  const found = await findPlans([name, ...excluding], cwd);
  // A folder may hold other YAML files; a file that is named is taken for a plan, whatever it holds.
  const plans = found.filter(({ file, searched }) => !searched || isPlan(readText(path.resolve(cwd, file))));
  if (plans.length === 0) throw new UserError(`没有计划符合“${name}”。`);
  return plans.map(({ file }) => file);
}
