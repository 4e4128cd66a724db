import type { CheckOfValues } from '../configuration/check.ts';
import { rules } from '../lint/rules/index.ts';
import { type Problem, severityNames } from '../schema/problem.ts';
import { argument } from '../text/argument.ts';

/** What is wrong with a value that a plan prints by a name. */
export type Judge = (text: string, name: string) => readonly Problem[];

/** What checking a plan means for the documents that are to be made of it. */
export interface Verdict {
  /** Errors of the essential rules: no document is made with them. */
  inTheWay: readonly Problem[];
  /** What can be done about these, in a sentence; empty if there are none. */
  way: string;
  /** The rest in one line, if there is any. */
  rest: string | undefined;
}

interface About {
  /** As the plan was typed. */
  name: string;
  /** Nothing is to be in the way. */
  force: boolean;
}

const essential = new Set<string>(rules.filter(({ preset }) => preset === 'essential').map(({ id }) => id));

/** Judges what checking has found. */
export function verdict(found: readonly Problem[], { name, force }: About): Verdict {
  const inTheWay = found.filter(
    ({ severity, code }) => !force && severity === 'error' && essential.has(code),
  );
  return {
    inTheWay,
    way: inTheWay.length > 0 ? way(inTheWay, name) : '',
    rest: inOneLine(
      found.filter((problem) => !inTheWay.includes(problem)),
      name,
    ),
  };
}

/** Names and numbers, of which nothing is wrong that isn't a word. */
const word = /^(?:[\p{Script=Han}\d]{1,20}|[\w.-]{1,30})$/u;
/** Of all rules that have some; put together for the first value. */
let signs: RegExp | undefined;
const signsOfRules = () =>
  new RegExp(
    rules
      .flatMap((rule) => rule.signs ?? [])
      .map((sign) => sign.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('|'),
  );
/** Values that were judged; those of a village come but once. */
const mostKnown = 2000;

/**
 * Judges the values of a table as a plan's own texts: errors of the essential rules stand in the way unless forced, the
 * rest are warnings. Hints are for who writes, not for what comes out of a table.
 */
export function judgeOf({ inside, beside }: CheckOfValues, force: boolean): Judge {
  const judged = (found: readonly Problem[]) =>
    found.flatMap((problem): Problem[] => {
      const isError = problem.severity === 'error' && essential.has(problem.code);
      if (isError || problem.severity !== 'info')
        return [{ ...problem, severity: isError && !force ? 'error' : 'warning' }];
      return [];
    });
  const known = new Map<string, readonly Problem[]>();
  const judgedInside = (text: string) => {
    signs ??= signsOfRules();
    if ((word.test(text) && !signs.test(text)) || !/[\p{L}０-９]/u.test(text)) return [];
    const before = known.get(text);
    if (before) return before;
    const found = judged(inside(text));
    if (known.size >= mostKnown) known.clear();
    known.set(text, found);
    return found;
  };
  return (text, name) => [...judgedInside(text), ...judged(beside(text, name))];
}

/** Mending is spoken of where it would change anything without asking; nothing can be mended on standard input. */
function way(inTheWay: readonly Problem[], name: string): string {
  const canMend = name !== '-' && inTheWay.some(({ fix }) => fix?.safe);
  const mending = !canMend ? '' : `标点、错字这样的可以用 pingan lint --fix ${argument(name)} 自动改；`;
  return `${mending}先不改，加 --force 也能生成。`;
}

/** Nothing for standard input, on which lint couldn't be run. */
function inOneLine(problems: readonly Problem[], name: string): string | undefined {
  const counts = (['error', 'warning'] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count > 0 ? [`${count} 处${severityNames[severity]}`] : [];
  });
  return counts.length > 0 && name !== '-'
    ? `检查发现 ${counts.join('、')}，运行 pingan lint ${argument(name)} 查看。`
    : undefined;
}
