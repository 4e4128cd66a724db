import { Attempts } from '../lint/attempts.ts';
import { fixAll, withSureFixes } from '../lint/fix.ts';
import { mendNotation } from '../lint/mend-notation.ts';
import { mendValues } from '../lint/mend-values.ts';
import type { Problem } from '../schema/problem.ts';
import { type Rewrite, rewritesIn } from '../text/patchwork.ts';

/** The problems in the order of the file, with a fix only where it would be made. */
export function withRemedies(source: string, problems: readonly Problem[]): Problem[] {
  return withSureFixes(
    source,
    problems.toSorted((a, b) => a.start - b.start),
  );
}

/**
 * The changes of a file's own characters that mend a problem, guarded as `--fix` guards them; none where they would do
 * more. What alone makes a file no more readable is mended together with the other slips of its notation.
 */
export function mended(source: string, problem: Problem, all: readonly Problem[]): readonly Rewrite[] {
  const mend = problem.fix?.notation ? mendNotation : mendValues;
  const { rewrites } = mend(source, [problem], new Attempts(source));
  if (rewrites.length > 0 || !problem.fix?.notation) return rewrites;
  const others = all.filter(({ fix }) => fix?.notation);
  return mendNotation(source, others, new Attempts(source)).rewrites;
}

/** The changes that mend all that can be mended without asking, as `--fix` does. */
export function mendedAll(source: string, find: (source: string) => readonly Problem[]): readonly Rewrite[] {
  return rewritesIn(fixAll(source, find, false).pieces, source.length);
}
