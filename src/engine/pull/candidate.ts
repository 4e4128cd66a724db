import type { Scalar } from '../../schema/node.ts';
import { follows } from './follows.ts';
import type { Hunk } from './hunk.ts';
import { hunksOf } from './hunks.ts';
import type { Pair } from './pair.ts';
import type { MadeParagraph } from './paragraph.ts';
import type { Unit } from './trial.ts';
import { type Wording, wordings } from './words.ts';

/** A change of the document that may be carried into the plan, and the ways to do so. */
export interface Candidate {
  /** One, or several that were moved together. */
  pairs: readonly Pair[];
  kind: 'words' | 'variable' | 'template' | 'new' | 'gone' | 'moved' | 'split' | 'merged';
  /** Changed words; nothing where paragraphs came, went or moved. */
  hunks: ReadonlyMap<MadeParagraph, readonly Hunk[]>;
  ways: Iterable<Unit>;
  /** The variable and its value, or the words of a template. */
  name?: string;
  value?: string;
  words?: string;
}

/** The changes of words, those together that are one in the plan, since a text may be printed at several places. */
export function wordCandidates(
  all: readonly MadeParagraph[],
  pairs: readonly Pair[],
  scalarNamed: (name: string) => Scalar | undefined,
): Candidate[] {
  const changed = new Map<MadeParagraph, readonly Hunk[]>();
  const found = new Map<
    string,
    { pair: Pair; wording: Wording; hunks: Map<MadeParagraph, readonly Hunk[]> }
  >();
  for (const pair of pairs) {
    if (pair.kind !== 'changed' && pair.kind !== 'moved') continue;
    const { made, edited } = pair;
    const hunks = hunksOf(made.text, edited.text);
    changed.set(made, hunks);
    for (const wording of wordings(made, hunks, scalarNamed)) {
      const key = JSON.stringify(
        wording.ways[0]?.map(({ start, end, text }) => [start, end, text]) ?? [made.source, wording.hunks],
      );
      const same = found.get(key);
      if (same) same.hunks.set(made, [...(same.hunks.get(made) ?? []), ...wording.hunks]);
      else found.set(key, { pair, wording, hunks: new Map([[made, wording.hunks]]) });
    }
  }
  return [...found.values()].map(({ pair, hunks, wording: { kind, ways, name, value, words } }) => ({
    pairs: [pair],
    kind,
    hunks,
    ways: ways.map((edits): Unit => {
      const more = kind === 'words' ? follows(edits, all, changed, hunks) : new Map();
      return {
        hunks: new Map([...hunks, ...more]),
        pairs: [],
        edits,
        rewrites: [],
        follows: [...more.keys()],
      };
    }),
    ...(name !== undefined && { name }),
    ...(value !== undefined && { value }),
    ...(words !== undefined && { words }),
  }));
}
