import { allowedBy, settingsOf } from '../lint/config.ts';
import { lint, lintBeside, lintValue } from '../lint/lint.ts';
import { rules } from '../lint/rules/index.ts';
import { Settings } from '../lint/settings.ts';
import { Subject } from '../lint/subject.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reading } from '../plan/read.ts';
import type { Variables } from '../plan/variables.ts';
import type { Problem, Report } from '../schema/problem.ts';
import type { Configuration } from './configuration.ts';

/** The settings for one file: those of all layers that apply to it, then what the plan itself says under 检查. */
export function settingsFor(
  configuration: Configuration,
  file: string,
  plan: Plan | undefined,
  report: Report,
): Settings {
  const { preset, layers, own, comments } = configuration;
  const applying = layers.filter(({ applies }) => applies(file));
  const about = plan?.lint;
  const known = [...rules, ...own];
  const fromPlan = about && {
    settings: settingsOf(about, known, report),
    allowed: allowedBy(about, known, report),
  };
  const all = [...applying, ...(fromPlan ? [fromPlan] : [])];
  const allowed = new Map<string, string[]>();
  for (const layer of all)
    for (const [id, words] of layer.allowed) allowed.set(id, [...(allowed.get(id) ?? []), ...words]);
  return new Settings(
    preset,
    all.flatMap(({ settings }) => settings),
    { allowed, own, comments },
  );
}

interface About {
  /** For settings that hold for some files only. */
  file: string;
  configuration: Configuration;
  /** Last year's plan. */
  against?: Subject | undefined;
  /** What gives the plan values, besides itself. */
  given?: Variables;
}

/** Everything that is found in a plan under a configuration, with what the reader found. */
export function check(
  reading: Reading,
  source: string,
  { file, configuration, against, given }: About,
): Problem[] {
  const report = (problem: Problem) => void reading.problems.push(problem);
  return lint(reading, source, settingsFor(configuration, file, reading.plan, report), { against, given });
}

/** What checking finds in values of a table. */
export interface CheckOfValues {
  /** What it would find in the texts of the plan that prints them. */
  inside(text: string): Problem[];
  /** What is wrong with one beside the words around the name by which it is printed. */
  beside(text: string, name: string): Problem[];
}

export function checkOfValues(plan: Plan, source: string, { file, configuration }: About): CheckOfValues {
  // Most plans are made without any value from elsewhere.
  let known: (Pick<CheckOfValues, 'beside'> & { settings: Settings; subject: Subject }) | undefined;
  const about = () => {
    if (known) return known;
    const [settings, subject] = [settingsFor(configuration, file, plan, () => {}), new Subject(plan, source)];
    known = { settings, subject, beside: lintBeside(subject, settings) };
    return known;
  };
  return {
    inside: (text) => lintValue(text, about().subject, about().settings),
    beside: (text, name) => about().beside(text, name),
  };
}
