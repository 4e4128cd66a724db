import path from 'node:path';
import { check, settingsFor } from '../../configuration/check.ts';
import { type Configuration, plain } from '../../configuration/configuration.ts';
import { configure } from '../../draft/configure.ts';
import { UserError } from '../../errors.ts';
import { admit } from '../../io/door.ts';
import { announce, readDecoded } from '../../io/files.ts';
import { fixAll, withSureFixes } from '../../lint/fix.ts';
import type { Preset } from '../../lint/rule.ts';
import { rules } from '../../lint/rules/index.ts';
import { Subject } from '../../lint/subject.ts';
import { read } from '../../plan/read.ts';
import type { FileReport, Report } from '../../reporters/reporter.ts';
import type { Severity } from '../../schema/problem.ts';
import { append } from '../../text/long-lists.ts';
import { Terminal } from '../../ui/terminal.ts';
import { version } from '../../version.ts';
import type { Host } from '../host.ts';
import { baselineOf } from './baseline-file.ts';
import { type Input, inputsOf } from './inputs.ts';
import type { LintOptions } from './options.ts';
import { foundOnPages } from './pages.ts';
import { type Checked, remaining } from './remaining.ts';
import { destinations } from './report-files.ts';

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
  if (
    plans.length + unreadable.length === 0 &&
    !options.allowEmpty &&
    !options.staged &&
    options.since === undefined
  )
    throw new UserError('没有可以检查的计划文件；看看目录写对没有，或加 --allow-empty。');
  // A report on nothing would look like praise.
  if (unreadable.length > 0 && plans.length === 0) throw refused(unreadable);
  if (options.printConfig) {
    const { printed } = await import('./explain.ts');
    for (const { file, absolute, source } of plans)
      host.out(
        printed(
          file,
          settingsFor(configuration, absolute, read(source).plan, () => {}),
        ),
      );
    return true;
  }
  const baseline = baselineOf(options, configuration.baseline, host.cwd);
  announce(
    [options.against, baseline?.written ? undefined : baseline?.file].filter((file) => file !== undefined),
    host.cwd,
  );
  // Whose a file is, is told by checksums, which most runs have no use for.
  const stored = outlets.some(({ file }) => file !== undefined)
    ? await import('./stored-reports.ts')
    : undefined;
  const outputs = outlets.map(({ file }) => file && stored?.outputOf(file, host.cwd, options.force ?? false));
  admit(...[...outputs, baseline?.written].filter((output) => typeof output === 'object'));
  const dryRun = options.fixDryRun !== undefined;
  const { checked, changed, refusals } = await examined(plans, {
    options,
    configuration,
    dryRun,
    host,
    terminal,
  });
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
  for (const [index, { reporter }] of outlets.entries()) {
    const output = outputs[index];
    const inFormat = await reporter.load();
    const written = inFormat(output ? { ...report, colour: false } : report);
    if (output) stored?.store(reporter, output, written);
    // Mended text goes to standard output, so what remains is said beside it.
    else if (isPiped && options.fix) host.say(written);
    else host.out(written);
  }
  if (unreadable.length + refusals.length > 0) throw refused([...unreadable, ...refusals]);
  return passes(
    shown,
    options.failOn ?? configuration.failOn,
    options.maxWarnings ?? configuration.maxWarnings,
  );
}

interface About {
  options: LintOptions;
  configuration: Configuration;
  dryRun: boolean;
  host: Host;
  terminal: Terminal;
}

/** Checks plans, mending them first where that is asked for. */
async function examined(
  plans: readonly Input[],
  { options, configuration, dryRun, host, terminal }: About,
): Promise<{ checked: Checked[]; changed: boolean; refusals: string[] }> {
  const against =
    options.against === undefined ? undefined : lastYear(path.resolve(host.cwd, options.against));
  const strengths = [options.fix, options.fixDryRun].filter((strength) => strength !== undefined);
  const mending = strengths.includes('unsafe') ? 'unsafe' : strengths[0];
  let changed = false;
  const refusals: string[] = [];
  const checked: Checked[] = [];
  for (const input of plans) {
    const find = (source: string) =>
      check(read(source), source, { file: input.absolute, configuration, against });
    const fixed = mending === undefined ? undefined : fixAll(input.source, find, mending === 'unsafe');
    if (fixed && fixed.source !== input.source) changed = true;
    const refusal =
      fixed && (await (await import('./mend.ts')).keep(fixed, input, { dryRun, host, terminal }));
    if (refusal !== undefined) refusals.push(refusal);
    const source = fixed && !dryRun && refusal === undefined ? fixed.source : input.source;
    const reading = read(source);
    append(reading.problems, await foundOnPages(reading.plan, input.absolute, host));
    const found = check(reading, source, { file: input.absolute, configuration, against });
    const problems = withSureFixes(source, found);
    checked.push({ report: { file: input.file, source, problems }, absolute: input.absolute });
  }
  return { checked, changed, refusals };
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

function lastYear(file: string): Subject {
  const source = readDecoded(file).text;
  const { plan } = read(source);
  if (plan === undefined) throw new UserError(`${file} 读不出计划，没法比；先用 pingan lint 检查它。`);
  return new Subject(plan, source);
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
