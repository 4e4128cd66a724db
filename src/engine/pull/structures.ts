import type { Rewrite } from '../../text/patchwork.ts';
import type { Candidate } from './candidate.ts';
import { followsOf } from './follows.ts';
import type { Hunk } from './hunk.ts';
import { hunksOf } from './hunks.ts';
import type { Between, Pair } from './pair.ts';
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
  return together(pairs, now.made).flatMap((own): Candidate[] => {
    const kind = own[0]?.kind;
    if (kind === undefined || kind === 'same' || kind === 'changed') return [];
    const ways = { [Symbol.iterator]: () => unitsOf(own, waysOf(now, own)) };
    return [{ pairs: own, kind, hunks: new Map(), ways }];
  });
}

/** A title that was moved with all that stands below it is one change. */
function together(pairs: readonly Pair[], made: readonly MadeParagraph[]): Pair[][] {
  const groups: Pair[][] = [];
  for (const pair of pairs) {
    const last = groups.at(-1)?.at(-1);
    const isNext =
      pair.kind === 'moved' &&
      last?.kind === 'moved' &&
      pair.after === last.made &&
      made.indexOf(pair.made) === made.indexOf(last.made) + 1;
    if (isNext) groups.at(-1)?.push(pair);
    else groups.push([pair]);
  }
  return groups;
}

function* unitsOf(pairs: readonly Pair[], ways: Iterable<readonly Rewrite[]>): Generator<Unit> {
  for (const rewrites of ways) yield { hunks: new Map(), pairs, edits: [], rewrites };
}

function waysOf(now: Now, pairs: readonly Pair[]): Iterable<readonly Rewrite[]> {
  const [pair] = pairs;
  const last = pairs.at(-1);
  switch (pair?.kind) {
    case 'new':
      return waysToAdd(now, { edited: pair.edited, after: pair.after, before: pair.before });
    case 'gone':
      return waysToRemove(now, pair.made);
    case 'moved': {
      const made = pairs.flatMap((each) => (each.kind === 'moved' ? each.made : []));
      const to = { after: pair.after, before: last?.kind === 'moved' ? last.before : undefined };
      return movedOrPassed(now, made, to);
    }
    case 'split':
      return waysToSplit(now, pair.made, pair.edited);
    case 'merged':
      return waysToMerge(now, pair.made);
    default:
      return [];
  }
}

/** What goes behind its neighbours may as well be what these go in front of: a title stays, and the text above it goes. */
function* movedOrPassed(now: Now, made: readonly MadeParagraph[], to: Between): Iterable<readonly Rewrite[]> {
  yield* waysToMove(now, made, to);
  const place = (each: MadeParagraph | undefined) => (each ? now.made.indexOf(each) : -1);
  const [first, end] = [place(made[0]), place(made.at(-1)) + 1];
  const [after, before] = [place(to.after), place(to.before)];
  if (after >= end)
    yield* waysToMove(now, now.made.slice(end, after + 1), { after: now.made[first - 1], before: made[0] });
  else if (before >= 0 && before < first)
    yield* waysToMove(now, now.made.slice(before, first), { after: made.at(-1), before: now.made[end] });
}

/** Paragraphs that list names or points, of which some came or went, titles, and sentences of the template: as they are written, rather than as words. */
export function listCandidates(now: Now, pairs: readonly Pair[]): Candidate[] {
  return pairs.flatMap((pair): Candidate[] => {
    if (pair.kind !== 'changed') return [];
    const { made, edited } = pair;
    const own = hunksOf(made.text, edited.text);
    const isList = own.some(({ from, to, text }) => /[、；]/.test(text + made.text.slice(from, to)));
    if (!isList && !isKey(made) && !isOfTemplate(made)) return [];
    const hunks = new Map<MadeParagraph, readonly Hunk[]>([[made, own]]);
    const more = followsOf(made, own, now.made);
    return [
      {
        pairs: [pair],
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

/** Whether a paragraph is the title of a part, which may be its key. */
function isKey({ origins: [origin, ...others] }: MadeParagraph): boolean {
  return (
    origin?.of === 'plan' &&
    origin.place.role === 'title' &&
    origin.place.section !== undefined &&
    others.length === 0
  );
}

function isOfTemplate({ origins, cell }: MadeParagraph): boolean {
  return cell === undefined && origins.every(({ of }) => of === 'template');
}
