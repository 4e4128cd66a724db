import type { Edit, Problem } from '../schema/problem.ts';
import { patched, type Rewrite, sewn, whole } from '../text/patchwork.ts';

/** What became of a round of fixes. */
export interface Round {
  rewrites: readonly Rewrite[];
  /** The problems that were mended. */
  made: Problem[];
  /** Fixes that would have changed more than they said; they were not made. */
  refused: Problem[];
}

/** The changes of several problems, in the order of the file. */
export const editsOf = (problems: readonly Problem[]): Edit[] =>
  problems.flatMap(({ fix }) => fix?.edits ?? []).sort((a, b) => a.start - b.start);

/** A text with its changes made. */
export function rewritten(source: string, rewrites: readonly Rewrite[]): string {
  return sewn(source, patched(whole(source), rewrites));
}
