import type { Problem } from '../schema/problem.ts';
import { grouped } from '../text/groups.ts';

/** Problems of which a person needs to be told only once, and where the others are. */
export interface Alike {
  first: Problem;
  others: readonly Problem[];
}

/** Two of a kind are read as quickly one by one. */
const many = 3;

/** What a person reads of a problem; what points elsewhere points from its own place. */
function said({ severity, code, message, advice, fix, related, start }: Problem): string {
  return JSON.stringify([severity, code, message, advice, fix?.safe, related && start]);
}

/** Many problems that say the same as one of them, in the order of the first. */
export function alike(problems: readonly Problem[]): Alike[] {
  const groups = grouped(problems, said);
  return problems.flatMap((problem): Alike[] => {
    const group = groups.get(said(problem)) ?? [];
    if (group.length < many) return [{ first: problem, others: [] }];
    return problem === group[0] ? [{ first: problem, others: group.slice(1) }] : [];
  });
}
