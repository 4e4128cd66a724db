import path from 'node:path';
import { settingsFor } from '../../configuration/check.ts';
import { type Configuration, plain } from '../../configuration/configuration.ts';
import { configure } from '../../draft/configure.ts';
import { UserError } from '../../errors.ts';
import { admit } from '../../io/door.ts';
import { announce } from '../../io/files.ts';
import type { Preset } from '../../lint/rule.ts';
import { rules } from '../../lint/rules/index.ts';
import { read } from '../../plan/read.ts';
import type { FileReport, Report } from '../../reporters/reporter.ts';
import type { Severity } from '../../schema/problem.ts';
import { Terminal } from '../../ui/terminal.ts';
import { version } from '../../version.ts';
import type { Host } from '../host.ts';
import { baselineOf } from './baseline-file.ts';
import { examined } from './examined.ts';
import { type Input, inputsOf } from './inputs.ts';
import type { LintOptions } from './options.ts';
import { remaining } from './remaining.ts';
import { destinations, storedOf, write } from './report-files.ts';

/** Checks plans, mends them if asked, and reports; false when something was found that counts. */
export async function run(files: readonly string[], options: LintOptions, host: Host): Promise<boolean> {
  const terminal = new Terminal(host);
  if (options.explain !== undefined || options.rules || options.testRules) {
    const { aboutRules } = await import('./explain.ts');
    return aboutRules(options, async () => (await configured(options, host)).own, host);
  }
  const isPiped = options.stdin || files.includes('-');
  if (options.staged && (options.fix || options.fixDryRun || isPiped))
    throw new UserError(
      '--staged 查的是将要提交的内容，不能和 --fix、--stdin 一起用；先运行 pingan lint --fix，再 git add。',
    );
  const configuration = await configured(options, host);
  const outlets = destinations(options.format);
  const changes =
    options.since === undefined
      ? undefined
      : (await import('../../io/git.ts')).changesSince(options.since, host.cwd, options.staged);
  const { plans, unreadable } = await inputsOf(files, { options, configuration, changes, host });
  const mayBeNone = options.allowEmpty || options.staged || options.since !== undefined;
  if (plans.length + unreadable.length === 0 && !mayBeNone)
    throw new UserError('没有可以检查的计划文件；看看目录写对没有，或加 --allow-empty。');
  // A report on nothing would look like praise.
  if (unreadable.length > 0 && plans.length === 0) throw refused(unreadable);
  if (options.printConfig) return printSettings(plans, configuration, host);
  const baseline = baselineOf(options, configuration.baseline, host.cwd);
  announce(
    [options.against, baseline?.written ? undefined : baseline?.file].filter((file) => file !== undefined),
    host.cwd,
  );
  const stored = await storedOf(outlets, options, host);
  admit(...[...stored.values(), baseline?.written].filter((output) => output !== undefined));
  const dryRun = options.fixDryRun !== undefined;
  const about = { options, configuration, dryRun, host, terminal };
  const { checked, changed, refusals } = await examined(plans, about);
  if (dryRun && unreadable.length > 0) throw refused(unreadable);
  if (dryRun) return !changed;
  const { shown, hidden } = await remaining(checked, { options, baseline, changes, host, terminal });
  const report: Report = {
    files: shown,
    rules: new Map([...rules, ...configuration.own].map((rule) => [rule.id, rule])),
    version,
    colour: host.outColour,
    ...(hidden > 0 && { hiddenByBaseline: hidden }),
  };
  // Mended text goes to standard output, so what remains is said beside it.
  const isBeside = isPiped && options.fix !== undefined;
  await write(report, outlets, stored, (text) => (isBeside ? host.say(text) : host.out(text)));
  if (unreadable.length + refusals.length > 0) throw refused([...unreadable, ...refusals]);
  return passes(
    shown,
    options.failOn ?? configuration.failOn,
    options.maxWarnings ?? configuration.maxWarnings,
  );
}

/** --print-config: what holds for each plan. */
async function printSettings(
  plans: readonly Input[],
  configuration: Configuration,
  host: Host,
): Promise<true> {
  const { printed } = await import('./explain.ts');
  for (const { file, absolute, source } of plans) {
    const settings = settingsFor(configuration, absolute, read(source).plan, () => {});
    host.out(printed(file, settings));
  }
  return true;
}

/** What kept some files from being read or written; the others were checked all the same. */
function refused(reasons: readonly string[]): UserError {
  return new UserError(reasons.join('\n✘ '));
}

async function configured(options: LintOptions, host: Host): Promise<Configuration> {
  const named = typeof options.config === 'string' ? options.config : undefined;
  const read = options.config === false ? plain : await configure(named, host.cwd);
  return {
    ...read,
    ...(options.preset !== undefined && { preset: options.preset as Preset }),
    ...(options.baseline !== undefined && { baseline: path.resolve(host.cwd, options.baseline) }),
    ...(!options.inlineDisable && { comments: 'ignored' as const }),
  };
}

const weight: Record<Severity | 'never', number> = { never: 4, error: 3, warning: 2, info: 1 };

function passes(
  files: readonly FileReport[],
  failOn: Severity | 'never',
  maxWarnings = Number.POSITIVE_INFINITY,
): boolean {
  const severities = files.flatMap(({ problems }) => problems.map(({ severity }) => severity));
  const warnings = severities.filter((severity) => severity === 'warning').length;
  return warnings <= maxWarnings && severities.every((severity) => weight[severity] < weight[failOn]);
}
