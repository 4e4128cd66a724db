import type { Scalar } from '../../schema/node.ts';
import { type Hunk, hunksOf } from './hunks.ts';
import type { Pair } from './match.ts';
import type { MadeParagraph } from './paragraph.ts';
import type { Unit } from './trial.ts';
import { type Wording, wordings } from './words.ts';

/** A change of the document that may be carried into the plan, and the ways to do so. */
export interface Candidate {
  pair: Pair;
  kind: 'words' | 'variable' | 'template' | 'new' | 'gone' | 'moved' | 'split' | 'merged';
  /** Changed words; nothing where paragraphs came, went or moved. */
  hunks: Map<MadeParagraph, readonly Hunk[]>;
  ways: Iterable<Unit>;
  /** The variable, or the words of a template. */
  name?: string;
  words?: string;
}

/** The changes of words, those together that are one in the plan, since a text may be printed at several places. */
export function wordCandidates(pairs: readonly Pair[], valueOf: (name: string) => Scalar | undefined): Candidate[] {
  const found: Candidate[] = [];
  const known = new Map<string, Candidate>();
  for (const pair of pairs) {
    if (pair.kind !== 'changed' && pair.kind !== 'moved') continue;
    const { made, edited } = pair;
    for (const wording of wordings(made, hunksOf(made.text, edited.text), valueOf)) {
      const key = JSON.stringify(wording.ways[0] ?? [made.source, wording.hunks]);
      const same = known.get(key);
      if (same) same.hunks.set(made, [...(same.hunks.get(made) ?? []), ...wording.hunks]);
      else {
        const candidate = candidateOf(pair, made, wording);
        known.set(key, candidate);
        found.push(candidate);
      }
    }
  }
  return found;
}

function candidateOf(pair: Pair, made: MadeParagraph, { hunks, ways, kind, name, words }: Wording): Candidate {
  const own = new Map<MadeParagraph, readonly Hunk[]>([[made, hunks]]);
  return {
    pair,
    kind,
    hunks: own,
    ways: ways.map((edits) => ({ hunks: own, pairs: [], edits, rewrites: [] })),
    ...(name !== undefined && { name }),
    ...(words !== undefined && { words }),
  };
}
