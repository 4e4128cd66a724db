import { type Configuration, plain } from '../configuration/configuration.ts';
import { shippedWorld } from '../engine/shipped-world.ts';
import type { World } from '../engine/world.ts';
import { FaultyFile, UserError } from '../errors.ts';
import { allowedBy, readConfig, settingsOf } from '../lint/config.ts';
import { presets } from '../lint/rule.ts';
import { rules } from '../lint/rules/index.ts';
import { type Variables, variablesFrom } from '../plan/variables.ts';
import type { Problem } from '../schema/problem.ts';
import { decode } from '../text/encoding.ts';
import type { Around } from './types.ts';

/** A plan that was given, with what lies around it. */
export interface Given {
  name: string;
  source: string;
  given: Variables;
  world: World;
}

export function givenBy(plan: string | Uint8Array, around: Around): Given {
  if (typeof around !== 'object' || around === null)
    throw new TypeError("计划后面应是一个对象，如 { format: 'docx' }。");
  const { name = '计划.yaml', values = {}, beside, templates = {} } = around;
  const texts = Object.entries(values).map(([key, value]) => [key, textOfValue(key, value)]);
  return {
    name,
    source: textOf(plan, name),
    given: variablesFrom(Object.fromEntries(texts)),
    world: shippedWorld({
      templates: new Map(Object.entries(templates)),
      ...(beside && { beside }),
      configuration: configurationOf(around),
    }),
  };
}

/** What else a program has would be printed as JavaScript writes it: NaN, [object Object], 1e+21. */
function textOfValue(name: string, value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || (typeof value === 'number' && !/^-?[\d.]+$/.test(text)))
    throw new TypeError(`values 里的“${name}”应是字符串，或写得出来的数。`);
  return text;
}

function textOf(plan: string | Uint8Array, name: string): string {
  if (typeof plan !== 'string' && !ArrayBuffer.isView(plan))
    throw new TypeError('计划应是字符串，或文件的字节（Uint8Array）。');
  const text = typeof plan === 'string' ? plan.replace(/^\uFEFF/, '') : decode(plan)?.text;
  if (text === undefined) throw new UserError(`${name} 不是文本。`);
  return text;
}

/** What only means something where there are files. */
const ofFiles = {
  extends: '继承',
  overrides: '例外',
  extensions: '扩展',
  ignore: '不查',
  baseline: '基线',
} as const;

function configurationOf({ preset = plain.preset, configuration }: Around): Configuration {
  if (!presets.includes(preset)) throw new TypeError(`preset 可以写 ${presets.join('、')}。`);
  if (configuration === undefined) return { ...plain, preset };
  const problems: Problem[] = [];
  const report = (problem: Problem) => void problems.push(problem);
  const config = readConfig(configuration, report) ?? {};
  const stray = Object.entries(ofFiles).find(([key]) => key in config)?.[1];
  if (stray !== undefined)
    throw new UserError(
      `这里的配置写不了“${stray}”，可以写规则、允许、自定义规则、须写原因；预设用 preset 给。`,
    );
  const own = config.ownRules ?? [];
  const known = [...rules, ...own];
  const settings = settingsOf(config, known, report);
  const allowed = allowedBy(config, known, report);
  const [first] = problems;
  if (first !== undefined)
    throw new FaultyFile(`配置有 ${problems.length} 处错误：${first.message}`, {
      file: 'configuration',
      source: configuration,
      problems,
    });
  return {
    ...plain,
    preset,
    own,
    layers: [{ applies: () => true, settings, allowed }],
    ...(config.requireReason && { comments: 'with-reason' as const }),
  };
}
