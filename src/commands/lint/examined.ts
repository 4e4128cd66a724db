import path from 'node:path';
import { check } from '../../configuration/check.ts';
import type { Configuration } from '../../configuration/configuration.ts';
import { UserError } from '../../errors.ts';
import { readDecoded } from '../../io/files.ts';
import { fixAll, withSureFixes } from '../../lint/fix.ts';
import { Subject } from '../../lint/subject.ts';
import { read } from '../../plan/read.ts';
import { append } from '../../text/long-lists.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import type { Input } from './inputs.ts';
import type { LintOptions } from './options.ts';
import { foundInTexts, foundOnPages } from './pages.ts';
import type { Checked } from './remaining.ts';

interface About {
  options: LintOptions;
  configuration: Configuration;
  dryRun: boolean;
  host: Host;
  terminal: Terminal;
}

/** Checks plans, mending them first where that is asked for. */
export async function examined(
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
    append(reading.problems, await foundInTexts(reading.plan, source));
    append(reading.problems, await foundOnPages(reading.plan, input.absolute, host));
    const found = check(reading, source, { file: input.absolute, configuration, against });
    const problems = withSureFixes(source, found);
    checked.push({ report: { file: input.file, source, problems }, absolute: input.absolute });
  }
  return { checked, changed, refusals };
}

function lastYear(file: string): Subject {
  const source = readDecoded(file).text;
  const { plan } = read(source);
  if (plan === undefined) throw new UserError(`${file} 读不出计划，没法比；先用 pingan lint 检查它。`);
  return new Subject(plan, source);
}
