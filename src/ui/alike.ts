import type { Problem } from '../schema/problem.ts';

/** Problems of which a person needs to be told only once, and where the others are. */
export interface Alike {
  first: Problem;
  others: readonly Problem[];
}

/** Problems with the same sentence, advice and remedy put together, in the order of the first of them. */
export function alike(problems: readonly Problem[]): Alike[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { severity, code, message, advice, fix, related } = problem;
    // What points elsewhere points from its own place.
    const own = related === undefined ? undefined : problem.start;
    const name = JSON.stringify([severity, code, message, advice, fix?.safe, own]);
    const group = groups.get(name);
    if (group) group.push(problem);
    else groups.set(name, [problem]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [{ first, others }] : []));
}
