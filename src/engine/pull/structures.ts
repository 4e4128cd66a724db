import type { Rewrite } from '../../text/patchwork.ts';
import type { Candidate } from './candidate.ts';
import type { Pair } from './match.ts';
import { type Now, waysToAdd, waysToRemove } from './structural.ts';
import type { Unit } from './trial.ts';

/** Paragraphs that came, went, moved, were split or merged, and the ways to do the same to the lines of the plan. */
export function structuralCandidates(now: Now, pairs: readonly Pair[]): Candidate[] {
  return pairs.flatMap((pair): Candidate[] => {
    if (pair.kind === 'same' || pair.kind === 'changed') return [];
    return [
      { pair, kind: pair.kind, hunks: new Map(), ways: { [Symbol.iterator]: () => unitsOf(now, pair) } },
    ];
  });
}

function* unitsOf(now: Now, pair: Pair): Generator<Unit> {
  for (const rewrites of waysOf(now, pair)) yield { hunks: new Map(), pairs: [pair], edits: [], rewrites };
}

function waysOf(now: Now, pair: Pair): Iterable<readonly Rewrite[]> {
  switch (pair.kind) {
    case 'new':
      return waysToAdd(now, { edited: pair.edited, after: pair.after, before: pair.before });
    case 'gone':
      return waysToRemove(now, pair.made);
    default:
      return [];
  }
}
