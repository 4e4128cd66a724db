import { UserError } from '../../errors.ts';
import { unknown } from '../../lint/config.ts';
import { page } from '../../lint/manual.ts';
import type { Rule } from '../../lint/rule.ts';
import { rules } from '../../lint/rules/index.ts';
import type { Settings } from '../../lint/settings.ts';
import { severityNames } from '../../schema/problem.ts';
import { largest } from '../../text/long-lists.ts';
import { width } from '../../text/width.ts';
import type { Host } from '../host.ts';
import type { LintOptions } from './options.ts';

/** What is asked about rules; those of one's own are looked for only where they are needed. */
export async function aboutRules(
  { explain, testRules }: LintOptions,
  own: () => Promise<readonly Rule[]>,
  host: Host,
): Promise<boolean> {
  const shipped = rules.find(({ id }) => id === explain);
  if (shipped) host.out(page(shipped));
  else if (explain !== undefined) host.out(page(named(explain, [...rules, ...(await own())])));
  else if (testRules) return tested(await own(), host);
  else host.out(list([...rules, ...(await own())]));
  return true;
}

function named(id: string, known: readonly Rule[]): Rule {
  const rule = known.find((each) => each.id === id || each.id === `local/${id}`);
  if (rule === undefined) throw new UserError(`${unknown(id, known)}运行 pingan lint --rules 看全部规则。`);
  return rule;
}

/** `--test-rules`: whether the rules of extensions do what their examples say. */
async function tested(own: readonly Rule[], host: Host): Promise<boolean> {
  const { trial } = await import('../../lint/trial.ts');
  // A list of words has no examples: it is its own.
  const programmed = own.filter((rule) => !rule.words);
  if (programmed.length === 0) throw new UserError('没有扩展的规则可试；在配置里写“扩展: [./规则.mjs]”。');
  const faults = programmed.map((rule) => ({ id: rule.id, said: trial(rule) }));
  for (const { id, said } of faults)
    host.out(said.length === 0 ? `✔ ${id}\n` : `✘ ${id}\n${said.map((each) => `  ${each}\n`).join('')}`);
  return faults.every(({ said }) => said.length === 0);
}

/** `--rules`: every rule in a line. */
function list(known: readonly Rule[]): string {
  return table(
    known.map(({ id, level, preset, fix, title }) => [id, severityNames[level], preset, fixes[fix], title]),
  );
}

const fixes = { none: '', unsafe: '可改（需核对）', safe: '可改' };

/** `--print-config`: what each rule weighs for a file. */
export function printed(file: string, settings: Settings): string {
  const lines = settings.rules.map((rule) => {
    const level = settings.level(rule);
    const options = settings.options(rule);
    const shown = Object.keys(options).length > 0 ? JSON.stringify(options) : '';
    return [`  ${rule.id}:`, level === 'off' ? '关' : severityNames[level], shown];
  });
  return `${file}\n${table(lines)}`;
}

function table(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => largest(rows.map((row) => width(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
