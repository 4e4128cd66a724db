import path from 'node:path';
import { UserError } from '../errors.ts';
import { configurationName, exists, readText } from '../io/files.ts';
import { matching } from '../io/plans.ts';
import { allowedBy, type Config, planLint, readConfig, settingsOf } from '../lint/config.ts';
import { lint } from '../lint/lint.ts';
import { type Preset, presets, type Rule } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';
import { type Choices, type Setting, Settings } from '../lint/settings.ts';
import type { Subject } from '../lint/subject.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reading } from '../plan/read.ts';
import type { Problem, Report, Severity } from '../schema/problem.ts';
import { meant } from '../text/nearest.ts';
import type { Terminal } from '../ui/terminal.ts';

/** What one configuration file says about rules, for all files or for some. */
interface Layer {
  applies(file: string): boolean;
  settings: Setting[];
  allowed: Map<string, string[]>;
}

/** Everything that configuration files say, the ones they build on included. */
export interface Configuration {
  /** The file it starts from, if there is one. */
  file?: string;
  preset: Preset;
  layers: Layer[];
  own: Rule[];
  ignored(file: string): boolean;
  baseline?: string;
  failOn: Severity | 'never';
  maxWarnings?: number;
  comments: NonNullable<Choices['comments']>;
}

export const plain: Configuration = {
  preset: 'recommended',
  layers: [],
  own: [],
  ignored: () => false,
  failOn: 'error',
  comments: 'heeded',
};

/** The configuration that is named, or the nearest one upwards. */
export async function configure(
  named: string | undefined,
  cwd: string,
  terminal: Terminal,
): Promise<Configuration> {
  const file = named === undefined ? nearest(cwd) : path.resolve(cwd, named);
  if (file === undefined) return plain;
  return { ...(await load(file, plain, [], cwd, terminal)), file };
}

function nearest(folder: string): string | undefined {
  const file = path.join(folder, configurationName);
  if (exists(file)) return file;
  const above = path.dirname(folder);
  return above === folder ? undefined : nearest(above);
}

async function load(
  file: string,
  under: Configuration,
  open: string[],
  cwd: string,
  terminal: Terminal,
): Promise<Configuration> {
  const shown = path.relative(cwd, file) || file;
  if (open.includes(file))
    throw new UserError(
      `配置文件互相继承，绕成了圈：${[...open, file].map((each) => path.basename(each)).join(' → ')}。`,
    );
  const source = readText(file);
  const problems: Problem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const config = readConfig(source, report) ?? {};
  let extended = under;
  for (const { text } of config.extends ?? []) {
    const preset = presetNamed(text);
    if (preset !== undefined) extended = { ...extended, preset };
    else if (/\.ya?ml$/.test(text))
      extended = await load(path.resolve(path.dirname(file), text), extended, [...open, file], cwd, terminal);
    else
      throw new UserError(
        `${shown}：没有“${text}”这个预设${meant(text, presets)}可以写 ${presets.join('、')}，或另一个 .yaml 配置文件。`,
      );
  }
  const merged = await laidOver(extended, config, path.dirname(file), report);
  if (problems.length > 0) {
    terminal.problems(shown, source, problems);
    throw new UserError(`配置文件 ${shown} 有 ${problems.length} 处错误，没有检查。`);
  }
  return merged;
}

function presetNamed(text: string): Preset | undefined {
  const name = text.replace(/^pingan:/, '');
  const chinese: Record<string, Preset> = { 基本: 'essential', 推荐: 'recommended', 严格: 'strict' };
  return presets.find((preset) => preset === name) ?? chinese[name];
}

async function laidOver(
  under: Configuration,
  config: Config,
  folder: string,
  report: Report,
): Promise<Configuration> {
  const own = [...under.own, ...(config.ownRules ?? [])];
  const known = [...rules, ...own];
  const layer = (about: Parameters<typeof settingsOf>[0], applies: Layer['applies']): Layer => ({
    applies,
    settings: settingsOf(about, known, report),
    allowed: allowedBy(about, known, report),
  });
  const named = (files: Config['ignore'] = []) =>
    matching(
      files.map(({ text }) => text),
      folder,
    );
  const overrides = await Promise.all(
    (config.overrides ?? []).map(async (each) => layer(each, await named(each.files))),
  );
  const ignore = await named(config.ignore);
  return {
    ...under,
    own,
    layers: [...under.layers, layer(config, () => true), ...overrides],
    ignored: (file) => under.ignored(file) || ignore(file),
    ...(config.baseline && { baseline: path.resolve(folder, config.baseline.text) }),
    ...(config.failOn && { failOn: config.failOn }),
    ...(config.maxWarnings !== undefined && { maxWarnings: config.maxWarnings }),
    ...(config.requireReason && { comments: 'with-reason' as const }),
  };
}

/** The settings for one file: those of all layers that apply to it, then what the plan itself says under 检查. */
export function settingsFor(
  configuration: Configuration,
  file: string,
  plan: Plan | undefined,
  report: Report,
): Settings {
  const { preset, layers, own, comments } = configuration;
  const applying = layers.filter(({ applies }) => applies(file));
  const about = plan?.lint && planLint.read(plan.lint, report);
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

/** Everything that is found in a plan under a configuration, with what the reader found. */
export function check(
  reading: Reading,
  source: string,
  file: string,
  configuration: Configuration,
  against?: Subject,
): Problem[] {
  const report = (problem: Problem) => void reading.problems.push(problem);
  return lint(reading, source, settingsFor(configuration, file, reading.plan, report), against);
}
