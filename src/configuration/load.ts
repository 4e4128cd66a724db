import { FaultyFile, UserError } from '../errors.ts';
import { allowedBy, type Config, readConfig, settingsOf } from '../lint/config.ts';
import { type Preset, presets } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';
import type { WordsOf } from '../lint/word-file.ts';
import { error, type Problem, type Report } from '../schema/problem.ts';
import { Lines } from '../text/lines.ts';
import { lookup } from '../text/lookup.ts';
import { meant } from '../text/nearest.ts';
import { type Configuration, type Layer, plain } from './configuration.ts';
import { matcher } from './patterns.ts';
import type { Shelf } from './shelf.ts';

/** All that a configuration says, with those that it builds on. */
export async function configurationAt(file: string, shelf: Shelf): Promise<Configuration> {
  return { ...(await load(file, plain, { open: [], read: new Set(), shelf })), file };
}

/** Files that build on each other; nobody has so many, and a link into its own folder makes them without end. */
const deepest = 20;

interface Way {
  /** The files that wait for this one, since they build on it. */
  open: readonly string[];
  /** Those that lie under this one already: what several build on is laid down once, below all of them. */
  read: Set<string>;
  shelf: Shelf;
}

async function load(file: string, under: Configuration, { open, read, shelf }: Way): Promise<Configuration> {
  const shown = shelf.shown(file);
  if (open.includes(file))
    throw new UserError(
      `配置文件互相继承，绕成了圈：${[...open, file].map((each) => each.replace(/^.*[\\/]/, '')).join(' → ')}。`,
    );
  if (read.has(file)) return under;
  read.add(file);
  const source = shelf.text(file);
  const problems: Problem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const config = readConfig(source, report, wordsBeside(file, shelf, report)) ?? {};
  let extended = under;
  const lines = new Lines(source);
  for (const { text, start } of config.extends ?? []) {
    const preset = presetNamed(text);
    const { line, column } = lines.position(start);
    const place = `${shown}:${line}:${column}`;
    if (open.length >= deepest)
      throw new UserError(`${place} 配置文件一个继承一个，套了${deepest}层以上，读不下去；减少几层。`);
    if (preset !== undefined) extended = { ...extended, preset };
    else if (/\.ya?ml$/.test(text))
      extended = await load(shelf.beside(file, text), extended, { open: [...open, file], read, shelf });
    else
      throw new UserError(
        `${place} 没有“${text}”这个预设${meant(text, presets)}可以写 ${presets.join('、')}，或另一个 .yaml 配置文件。`,
      );
  }
  const more = config.extensions
    ? await shelf.extensionRules(config.extensions, file, extended.own, report)
    : [];
  const base = { ...extended, own: [...extended.own, ...more] };
  const merged = await laidOver(base, config, { file, shelf }, report);
  if (problems.length > 0) {
    const refusal = `配置文件 ${shown} 有 ${problems.length} 处错误，没有检查。`;
    throw new FaultyFile(refusal, { file: shown, source, problems });
  }
  return merged;
}

/** Reads files of words that stand beside a configuration. */
function wordsBeside(configuration: string, shelf: Shelf, report: Report): WordsOf {
  return (file) => {
    try {
      return shelf.text(shelf.beside(configuration, file.text.trim()));
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      const message = `词表的文件“${file.text}”读不了：${thrown.message}`;
      return error(report, 'config/words', file, message, '路径从配置文件所在的目录算起。');
    }
  };
}

function presetNamed(text: string): Preset | undefined {
  const name = text.replace(/^pingan:/, '');
  return presets.find((preset) => preset === name) ?? chinese[name];
}

const chinese = lookup<Preset>({ 基本: 'essential', 推荐: 'recommended', 严格: 'strict' });

async function laidOver(
  under: Configuration,
  config: Config,
  { file, shelf }: { file: string; shelf: Shelf },
  report: Report,
): Promise<Configuration> {
  const own = [...under.own, ...(config.ownRules ?? [])];
  const known = [...rules, ...own];
  const layer = (about: Parameters<typeof settingsOf>[0], applies: Layer['applies']): Layer => ({
    applies,
    settings: settingsOf(about, known, report),
    allowed: allowedBy(about, known, report),
  });
  const named = async (files: Config['ignore'] = []) => {
    if (files.length === 0) return () => false;
    const isMatch = await matcher(files.map(({ text }) => text));
    return (other: string) => isMatch(shelf.seenFrom(file, other));
  };
  const overrides = await Promise.all(
    (config.overrides ?? []).map(async (each) => layer(each, await named(each.files))),
  );
  const ignore = await named(config.ignore);
  return {
    ...under,
    own,
    layers: [...under.layers, layer(config, () => true), ...overrides],
    ignored: (other) => under.ignored(other) || ignore(other),
    ...(config.baseline && { baseline: shelf.beside(file, config.baseline.text) }),
    ...(config.failOn && { failOn: config.failOn }),
    ...(config.maxWarnings !== undefined && { maxWarnings: config.maxWarnings }),
    ...(config.requireReason && { comments: 'with-reason' as const }),
  };
}
