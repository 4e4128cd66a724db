import { UserError } from '../../errors.ts';
import { unknown } from '../../lint/config.ts';
import { page } from '../../lint/manual.ts';
import { rules } from '../../lint/rules/index.ts';
import type { Settings } from '../../lint/settings.ts';
import { severityNames } from '../../schema/problem.ts';
import { width } from '../../text/width.ts';

/** `--explain`: the page of a rule in the manual. */
export function explain(id: string): string {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) throw new UserError(`${unknown(id, rules)}运行 pingan lint --rules 看全部规则。`);
  return page(rule);
}

/** `--rules`: every rule in a line. */
export function list(): string {
  return table(
    rules.map(({ id, level, preset, fix, title }) => [id, severityNames[level], preset, fixes[fix], title]),
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
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
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
