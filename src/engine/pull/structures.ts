import type { Rewrite } from '../../text/patchwork.ts';
import type { Candidate } from './candidate.ts';
import type { Pair } from './match.ts';

/** Paragraphs that came, went, moved, were split or merged, and the ways to do the same to the lines of the plan. */
export function structuralCandidates(source: string, pairs: readonly Pair[]): Candidate[] {
  return pairs.flatMap((pair): Candidate[] => {
    if (pair.kind === 'same' || pair.kind === 'changed') return [];
    return [{ pair, kind: pair.kind, hunks: new Map(), ways: unitsOf(pair, waysOf(source, pair)) }];
  });
}

function* unitsOf(pair: Pair, ways: Iterable<readonly Rewrite[]>) {
  for (const rewrites of ways) yield { hunks: new Map(), pairs: [pair], edits: [], rewrites };
}

function waysOf(_source: string, _pair: Pair): Iterable<readonly Rewrite[]> {
  return [];
}
