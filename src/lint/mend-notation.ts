import { obstacles } from '../notation/obstacles.ts';
import { read } from '../plan/read.ts';
import type { Problem } from '../schema/problem.ts';
import type { Attempts } from './attempts.ts';
import { editsOf, type Round, rewritten } from './rewrite.ts';

/**
 * Changes of the notation, all at once, or else one by one down the file for as long as it can be read further: another
 * slip may stand between them that nobody but its author can mend.
 */
export function mendNotation(source: string, problems: readonly Problem[], attempts: Attempts): Round {
  if (problems.length === 0) return { rewrites: [], made: [], refused: [] };
  const together = rewritten(source, editsOf(problems));
  const before = legibility(source);
  const after = legibility(together);
  if (isWhole(after) && (!isWhole(before) || after.problems < before.problems))
    return { rewrites: editsOf(problems), made: [...problems], refused: [] };
  // There is nothing further down to be reached.
  if (isWhole(before) && !before.readable) return { rewrites: [], made: [], refused: [...problems] };
  const made: Problem[] = [];
  let left = [...problems];
  let reached = before;
  for (let more = true; more; ) {
    more = false;
    const good = new Set<Problem>();
    for (const problem of left) {
      if (!attempts.take()) break;
      const next = legibility(rewritten(source, editsOf([...made, problem])));
      if (!isFurther(next, reached)) continue;
      made.push(problem);
      good.add(problem);
      reached = next;
      more = true;
    }
    left = left.filter((problem) => !good.has(problem));
  }
  return { rewrites: editsOf(made), made, refused: left };
}

interface Legibility {
  /** Whether the file can be read as a plan. */
  readable: boolean;
  problems: number;
  /** The line from which YAML can't read on. */
  line: number;
  /** What YAML can't read, all in all. */
  errors: number;
}

function legibility(source: string): Legibility {
  const { plan, problems } = read(source);
  if (plan !== undefined)
    return { readable: true, problems: problems.length, line: Number.POSITIVE_INFINITY, errors: 0 };
  return { readable: false, problems: problems.length, ...obstacles(source) };
}

/** YAML reads it to its end, whatever pingan says of it. */
function isWhole({ line }: Legibility): boolean {
  return line === Number.POSITIVE_INFINITY;
}

function isFurther(next: Legibility, before: Legibility): boolean {
  if (before.readable) return next.readable && next.problems < before.problems;
  return next.line > before.line || (next.line === before.line && next.errors < before.errors);
}
