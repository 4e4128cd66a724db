import type { Rewrite } from '../notation/encode.ts';
import type { Edit, Problem } from '../schema/problem.ts';

export interface Fixed {
  source: string;
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
  let text = '';
  let from = 0;
  for (const { start, end, text: inserted } of [...rewrites].sort((a, b) => a.start - b.start)) {
    text += source.slice(from, start) + inserted;
    from = end;
  }
  return text + source.slice(from);
}
