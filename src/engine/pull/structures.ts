import type { Rewrite } from '../../text/patchwork.ts';
import type { Candidate } from './candidate.ts';
import { followsOf } from './follows.ts';
import { type Hunk, hunksOf } from './hunks.ts';
import type { Pair } from './match.ts';
import type { MadeParagraph } from './paragraph.ts';
import {
  type Now,
  waysToAdd,
  waysToMerge,
  waysToMove,
  waysToRemove,
  waysToRetell,
  waysToSplit,
} from './structural.ts';
import type { Unit } from './trial.ts';

/** Paragraphs that came, went, moved, were split or merged, and the ways to do the same to the lines of the plan. */
export function structuralCandidates(now: Now, pairs: readonly Pair[]): Candidate[] {
  return pairs.flatMap((pair): Candidate[] => {
    if (pair.kind === 'same' || pair.kind === 'changed') return [];
    const ways = () => waysOf(now, pair);
    return [
      { pair, kind: pair.kind, hunks: new Map(), ways: { [Symbol.iterator]: () => unitsOf(pair, ways()) } },
    ];
  });
}

function* unitsOf(pair: Pair, ways: Iterable<readonly Rewrite[]>): Generator<Unit> {
  for (const rewrites of ways) yield { hunks: new Map(), pairs: [pair], edits: [], rewrites };
}

function waysOf(now: Now, pair: Pair): Iterable<readonly Rewrite[]> {
  switch (pair.kind) {
    case 'new':
      return waysToAdd(now, { edited: pair.edited, after: pair.after, before: pair.before });
    case 'gone':
      return waysToRemove(now, pair.made);
    case 'moved':
      return waysToMove(now, [pair.made], { after: pair.after, before: pair.before });
    case 'split':
      return waysToSplit(now, pair.made, pair.edited);
    case 'merged':
      return waysToMerge(now, pair.made);
    default:
      return [];
  }
}

/** Paragraphs that list names or points, of which some came or went: as lists are written, rather than as words. */
export function listCandidates(now: Now, pairs: readonly Pair[]): Candidate[] {
  return pairs.flatMap((pair): Candidate[] => {
    if (pair.kind !== 'changed') return [];
    const { made, edited } = pair;
    const own = hunksOf(made.text, edited.text);
    if (!own.some(({ from, to, text }) => /[、；]/.test(text + made.text.slice(from, to)))) return [];
    const hunks = new Map<MadeParagraph, readonly Hunk[]>([[made, own]]);
    const more = followsOf(made, own, now.made);
    return [
      {
        pair,
        kind: 'words',
        hunks,
        ways: {
          *[Symbol.iterator]() {
            for (const rewrites of waysToRetell(now, made, edited.text))
              yield {
                hunks: new Map([...hunks, ...more]),
                pairs: [],
                edits: [],
                rewrites,
                follows: [...more.keys()],
              };
          },
        },
      },
    ];
  });
}
