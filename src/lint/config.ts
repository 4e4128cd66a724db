import { parseYaml } from '../notation/yaml.ts';
import { aboutRules } from '../plan/checking.ts';
import { choice, flag, whole } from '../schema/choices.ts';
import type { Entry, Node, Scalar } from '../schema/node.ts';
import { error, type Report, type Severity } from '../schema/problem.ts';
import { type Fields, option, record } from '../schema/schema.ts';
import { line, list, names } from '../schema/values.ts';
import { meant } from '../text/nearest.ts';
import { ownRules } from './own-rules.ts';
import type { Rule } from './rule.ts';
import { covers, type Options, type Setting } from './settings.ts';
import { type WordsOf, withWordFiles } from './word-file.ts';

const level = choice<Severity | 'off'>({
  off: ['关', '不查'],
  info: ['提示'],
  warning: ['警告', '疑似', 'warn'],
  error: ['错误', '必错'],
});

const override = record({ files: option('文件', names, '对哪些文件，可以用通配符'), ...aboutRules });

/** `pingan.config.yaml` */
const config = record({
  extends: option('继承', names, '预设（essential、recommended、strict）或另一个配置文件', ['预设']),
  ...aboutRules,
  overrides: option('例外', list(override), '对某些文件另作规定'),
  extensions: option('扩展', names, '用程序写的规则：.mjs 文件、装着它们的目录，或一个包'),
  ownRules: option('自定义规则', ownRules, '本单位的用词规则'),
  ignore: option('不查', names, '不检查的文件，可以用通配符'),
  baseline: option('基线', line, '存量问题的基线文件'),
  failOn: option(
    '失败于',
    choice({ error: ['错误'], warning: ['警告'], info: ['提示'], never: ['从不'] }),
    '有哪一级的问题就以 1 退出',
  ),
  maxWarnings: option('最多警告', whole(0, 1_000_000), '警告超过几处就以 1 退出'),
  requireReason: option('须写原因', flag, '停用规则的注释必须写原因'),
});

export type Config = Fields<typeof config.keys>;
type AboutRules = Pick<Config, 'rules' | 'allow'>;

/** Reads a configuration file; what is wrong with it is reported. */
export function readConfig(
  source: string,
  report: Report,
  wordsOf: WordsOf = () => undefined,
): Config | undefined {
  const root = parseYaml(source, report, (typed) => config.names.find(typed) !== undefined);
  if (root === undefined) return undefined;
  return root.kind === 'empty' ? {} : config.read(withWordFiles(root, wordsOf), report);
}

/** What the lines about rules say, checked against the rules there are. */
export function settingsOf(
  { rules: typed = [] }: AboutRules,
  known: readonly Rule[],
  report: Report,
): Setting[] {
  return typed.flatMap(({ key, value }) => {
    const covered = covering(key, known, report);
    if (covered.length === 0) return [];
    const [written, options] = parts(value);
    const read = written && level.read(written, report);
    const only = covered.length === 1 ? covered[0] : undefined;
    const chosen = options && optionsOf(only, options, key, report);
    return [{ pattern: key.text, ...(read && { level: read }), ...(chosen && { options: chosen }) }];
  });
}

/** The words that rules let pass. */
export function allowedBy(
  { allow = [] }: AboutRules,
  known: readonly Rule[],
  report: Report,
): Map<string, string[]> {
  const allowed = new Map<string, string[]>();
  for (const { key, value } of allow)
    for (const { id } of covering(key, known, report))
      allowed.set(id, [
        ...(allowed.get(id) ?? []),
        ...(names.read(value, report) ?? []).map(({ text }) => text),
      ]);
  return allowed;
}

/** The rules that a pattern covers; one that covers none is a slip. */
function covering(pattern: Scalar, known: readonly Rule[], report: Report): Rule[] {
  const covered = known.filter(({ id }) => covers(pattern.text, id));
  if (covered.length === 0)
    error(
      report,
      'config/unknown-rule',
      pattern,
      unknown(pattern.text, known),
      '运行 pingan lint --rules 看全部规则。',
    );
  return covered;
}

export function unknown(id: string, known: readonly Rule[]): string {
  return `没有“${id}”这条规则${meant(
    id,
    known.map((rule) => rule.id),
  )}`;
}

/** `警告`, `[警告, {至少: 3}]` or `{级别: 警告, 至少: 3}`. */
function parts(value: Node): [Node | undefined, Node | undefined] {
  if (value.kind === 'list') return [value.items[0], value.items[1]];
  if (value.kind !== 'map') return [value, undefined];
  const isLevel = ({ key }: Entry) => ['级别', '級別', 'level'].includes(key.text);
  const written = value.entries.find(isLevel);
  const options = value.entries.filter((entry) => entry !== written);
  return [written?.value, options.length > 0 ? { ...value, entries: options } : undefined];
}

function optionsOf(rule: Rule | undefined, options: Node, at: Scalar, report: Report): Options | undefined {
  if (rule?.options) return rule.options.read(options, report);
  return error(
    report,
    'config/options',
    at,
    `“${at.text}”没有可以设置的选项。`,
    '只写级别就行：错误、警告、提示或关。',
  );
}
