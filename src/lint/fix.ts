import type { Problem } from '../schema/problem.ts';
import { append, largest, smallest } from '../text/long-lists.ts';
import { type Patchwork, patched, sewn, whole } from '../text/patchwork.ts';
import { Attempts } from './attempts.ts';
import { mendNotation } from './mend-notation.ts';
import { mendValues } from './mend-values.ts';
import type { Round } from './rewrite.ts';

/** More rounds than any chain of fixes needs: one fix may make room for the next. */
const mostRounds = 10;

/** A mended text. */
export interface Fixed extends Omit<Round, 'rewrites'> {
  source: string;
  /** What it is made of: all that isn't written in is the original's own. */
  pieces: Patchwork;
}

/** Mends what `find` finds until nothing more can be mended. */
export function fixAll(source: string, find: (source: string) => readonly Problem[], unsafe: boolean): Fixed {
  const made: Problem[] = [];
  let pieces = whole(source);
  const attempts = new Attempts(source);
  let text = source;
  for (let round = 1; ; round++) {
    const fixable = find(text).filter(({ fix }) => fix && (fix.safe || unsafe));
    const done = fixOnce(text, fixable, attempts);
    append(made, done.made);
    pieces = patched(pieces, done.rewrites);
    text = sewn(source, pieces);
    if (done.made.length === 0 || round === mostRounds)
      return { source: text, pieces, made, refused: done.refused };
  }
}

/** The problems as they may be shown: only what would be mended if it were asked for has a fix. */
export function withSureFixes(source: string, problems: readonly Problem[]): Problem[] {
  const fixable = problems.filter(({ fix }) => fix);
  if (fixable.length === 0) return [...problems];
  const safe = surely(
    source,
    fixable.filter(({ fix }) => fix?.safe),
  );
  const all = safe.size === fixable.length ? safe : surely(source, fixable);
  return problems.map((problem) => {
    const { fix, ...rest } = problem;
    if (!fix || safe.has(problem)) return problem;
    return all.has(problem) ? { ...rest, fix: { ...fix, safe: false } } : rest;
  });
}

/** Those that would be mended: of the notation and of values each by themselves, and what overlaps alone. */
function surely(source: string, problems: readonly Problem[]): Set<Problem> {
  const sure = new Set<Problem>();
  const attempts = new Attempts(source);
  for (const ofNotation of [true, false]) {
    let left = problems.filter(({ fix }) => (fix?.notation ?? false) === ofNotation);
    for (let round = 0; left.length > 0 && round < mostRounds; round++) {
      const chosen = apart(left);
      for (const problem of (ofNotation ? mendNotation : mendValues)(source, chosen, attempts).made)
        sure.add(problem);
      const tried = new Set(chosen);
      left = left.filter((problem) => !tried.has(problem));
    }
  }
  return sure;
}

/** Makes the fixes that don't overlap, those of the notation first and alone. */
function fixOnce(source: string, problems: readonly Problem[], attempts: Attempts): Round {
  const notation = mendNotation(source, apart(problems.filter(({ fix }) => fix?.notation)), attempts);
  if (notation.made.length > 0) return notation;
  const values = mendValues(source, apart(problems.filter(({ fix }) => !fix?.notation)), attempts);
  return { ...values, refused: [...notation.refused, ...values.refused] };
}

/** Fixes none of whose edits touch those of another, in the order of the file. */
function apart(problems: readonly Problem[]): Problem[] {
  let end = -1;
  const first = ({ fix }: Problem) => smallest((fix?.edits ?? []).map(({ start }) => start));
  return [...problems]
    .map((problem) => ({ problem, start: first(problem) }))
    .sort((a, b) => a.start - b.start)
    .map(({ problem }) => problem)
    .filter((problem) => {
      if (first(problem) < end) return false;
      end = largest((problem.fix?.edits ?? []).map((edit) => Math.max(edit.end, edit.start + 1)));
      return true;
    });
}
