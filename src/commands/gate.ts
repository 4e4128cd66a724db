import { check } from '../configuration/check.ts';
import { configure } from '../configuration/configure.ts';
import { rules } from '../lint/rules/index.ts';
import type { Reading } from '../plan/read.ts';
import { type Problem, severityNames } from '../schema/problem.ts';
import type { Host } from './host.ts';

/** What checking finds in a plan of which documents are to be made. */
export interface Verdict {
  /** Errors of the essential rules: no document is made with them. */
  inTheWay: readonly Problem[];
  /** What can be done about these, in a sentence; empty if there are none. */
  way: string;
  /** The rest in one line, if there is any. */
  rest: string | undefined;
}

interface About {
  /** As it was typed. */
  name: string;
  file: string;
  /** Nothing is to be in the way. */
  force: boolean;
  host: Host;
}

const essential = new Set<string>(rules.filter(({ preset }) => preset === 'essential').map(({ id }) => id));

/** Checks a plan as `pingan lint` does, with its configuration and its comments. */
export async function verdict(
  reading: Reading,
  source: string,
  { name, file, force, host }: About,
): Promise<Verdict> {
  const configuration = await configure(undefined, host.cwd);
  const all = check(reading, source, { file, configuration });
  const known = new Set(reading.problems);
  const found = all.filter((problem) => !known.has(problem));
  const inTheWay = found.filter(
    ({ severity, code }) => !force && severity === 'error' && essential.has(code),
  );
  return {
    inTheWay,
    way: inTheWay.length > 0 ? way(name) : '',
    rest: inOneLine(
      found.filter((problem) => !inTheWay.includes(problem)),
      name,
    ),
  };
}

function way(name: string): string {
  const mending = name === '-' ? '' : `标点、错字这样的可以用 pingan lint --fix ${name} 自动改；`;
  return `${mending}先不改，加 --force 也能生成。`;
}

/** Nothing for standard input, on which lint couldn't be run. */
function inOneLine(problems: readonly Problem[], name: string): string | undefined {
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count > 0 ? [`${count} 处${severityNames[severity]}`] : [];
  });
  return counts.length > 0 && name !== '-'
    ? `检查发现 ${counts.join('、')}，运行 pingan lint ${name} 查看。`
    : undefined;
}
