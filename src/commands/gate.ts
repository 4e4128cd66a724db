import { lint } from '../lint/lint.ts';
import { rules } from '../lint/rules/index.ts';
import type { Reading } from '../plan/read.ts';
import type { Problem } from '../schema/problem.ts';
import type { Terminal } from '../ui/terminal.ts';
import { configure, settingsFor } from './configuration.ts';
import type { Host } from './host.ts';

/** What checking finds in a plan of which documents are to be made. */
export interface Verdict {
  /** Errors of the essential rules: no document is made with them. */
  errors: readonly Problem[];
  /** The rest in one line, if there is any. */
  rest: string | undefined;
}

const essential = new Set(rules.filter(({ preset }) => preset === 'essential').map(({ id }) => id as string));

/** Checks a plan as `pingan lint` does, with its configuration and its comments. */
export async function verdict(
  reading: Reading,
  source: string,
  { name, file, host, terminal }: { name: string; file: string; host: Host; terminal: Terminal },
): Promise<Verdict> {
  const configuration = await configure(undefined, host.cwd, terminal);
  const settings = settingsFor(configuration, file, reading.plan, (problem) =>
    reading.problems.push(problem),
  );
  const known = new Set(reading.problems);
  const found = lint(reading, source, settings).filter((problem) => !known.has(problem));
  const errors = found.filter(({ severity, code }) => severity === 'error' && essential.has(code));
  const others = found.filter((problem) => !errors.includes(problem));
  return { errors, rest: inOneLine(others, name) };
}

function inOneLine(problems: readonly Problem[], name: string): string | undefined {
  const counts = (['error', 'warning'] as const).map(
    (severity) => problems.filter((problem) => problem.severity === severity).length,
  );
  const said = counts.flatMap((count, index) => (count > 0 ? [`${count} 处${['错误', '警告'][index]}`] : []));
  return said.length > 0 ? `检查发现 ${said.join('、')}，运行 pingan lint ${name} 查看。` : undefined;
}

/** What to do about the errors that stand in the way. */
export function wayOut(name: string): string {
  const mending = name === '-' ? '' : `标点、错字这样的可以用 pingan lint --fix ${name} 自动改；`;
  return `${mending}先不改，加 --force 也能生成。`;
}
