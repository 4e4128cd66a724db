import path from 'node:path';
import { UserError } from '../errors.ts';
import { type Extension, extensionsAt } from '../io/extensions.ts';
import { guarded, rulesOf } from '../lint/extension.ts';
import type { Rule } from '../lint/rule.ts';
import { rules as shipped } from '../lint/rules/index.ts';
import type { Scalar } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';

/** The rules of the extensions that a configuration names; what is wrong with them is told where they are named. */
export function extensionRules(
  names: readonly Scalar[],
  configuration: string,
  before: readonly Rule[],
  report: Report,
): Rule[] {
  const known = new Set([...shipped, ...before].map(({ id }) => id));
  return names.flatMap((name) => {
    const told = (message: string) => void error(report, 'config/extension', name, message, advice);
    return loaded(name.text.trim(), configuration, told).flatMap(({ file, exported }) => {
      const { rules, faults } = rulesOf(exported);
      const shown = path.basename(file);
      for (const fault of faults) told(`${shown}：${fault}`);
      for (const { id } of rules) if (known.has(id)) told(`${shown}：已经有“${id}”这条规则。`);
      for (const { id } of rules) known.add(id);
      return rules.map((rule) =>
        guarded(rule, (reason) => {
          throw new UserError(`扩展的规则“${rule.id}”（${shown}）出错了：${reason}。`);
        }),
      );
    });
  });
}

const advice = '怎样写见 docs/lint.md 的“扩展”。';

function loaded(name: string, configuration: string, told: (message: string) => void): Extension[] {
  try {
    return extensionsAt(name, configuration);
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown;
    told(`扩展“${name}”：${thrown.message}`);
    return [];
  }
}
