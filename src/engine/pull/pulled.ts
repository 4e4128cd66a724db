import type { Remembered } from '../../document/remembered.ts';
import { UserError } from '../../errors.ts';
import type { Variables } from '../../plan/variables.ts';
import type { Printed } from '../../reading/printed.ts';
import { append } from '../../text/long-lists.ts';
import { type Patchwork, patched, sewn, whole } from '../../text/patchwork.ts';
import { isUnchanged } from '../remembering.ts';
import type { World } from '../world.ts';
import { isAlong, withFollows } from './along.ts';
import { carried } from './carried.ts';
import type { Change } from './change.ts';
import { chosen } from './chosen.ts';
import { Maker } from './maker.ts';
import { matched } from './match.ts';
import { withoutMarks } from './paragraph.ts';
import { paragraphsOf } from './paragraphs.ts';
import { numbersOf, renumbered } from './renumbered.ts';
import type { By } from './sequence.ts';
import { rebased } from './three-sides.ts';
import { listedChanges, takenChanges } from './told.ts';

/** A plan whose document was edited. */
export interface Original {
  name: string;
  source: string;
  world: World;
  given: Variables;
  /** What the document remembers of the plan that it was made of. */
  remembered?: Remembered;
  /** Where in a table the value of a variable stands. */
  cellOf?: (variable: string) => string | undefined;
  /** Which of the changes that can be carried are wanted; all of them where nothing is said. */
  wants?: (change: Change) => boolean;
}

/** What comes back from an edited document. */
export interface Pulled {
  /** In the order of the document. */
  changes: readonly Change[];
  /** The plan with all changes that are taken. */
  source: string;
  /** That plan, made of pieces of the one before. */
  pieces: Patchwork;
  /** How the paragraphs of the document were found, how many are as they were, and how many it has. */
  matched: { by: Record<By, number>; untouched: number; paragraphs: number };
}

/** One round may make room for the next: a paragraph is moved, and then its words are changed. */
const mostRounds = 3;

/** What was changed in a document, carried into the plan that it was made of, as far as it can be carried without doubt. */
export async function pulled(
  edited: Printed,
  { name, source, world, given, remembered, cellOf, wants }: Original,
): Promise<Pulled> {
  const maker = new Maker(world, given);
  let theirs = paragraphsOf(edited);
  const changes: Change[] = [];
  let pieces = whole(source);
  const along = new Set<string>();
  const known = new Map<string, string>();
  let by: Pulled['matched'] | undefined;
  for (let round = 1; ; round++) {
    const now = sewn(source, pieces);
    const making = await maker.made(now);
    if (!making) throw new UserError(`${name} 现在生成不了文件，先把它改好。`);
    let match = matched(making.paragraphs, theirs);
    by ??= {
      by: match.by,
      untouched: match.pairs.filter(({ kind }) => kind === 'same').length,
      paragraphs: theirs.length,
    };
    if (round === 1 && remembered && !isUnchanged(remembered, source)) {
      const both = rebased(making.paragraphs, theirs, remembered);
      theirs = [...both.edited];
      append(changes, both.conflicts);
      match = matched(making.paragraphs, theirs);
    }
    if (round === 1) for (const [key, number] of numbersOf(match.pairs)) known.set(key, number);
    const pairs = match.pairs.filter((pair) => !isAlong(pair, along));
    const all = await carried(maker, now, making, pairs, theirs, given);
    const done = wants ? await chosen(all, pieces, wants) : all;
    for (const each of done.along) along.add(each);
    append(changes, takenChanges(done, pieces));
    const rewrites = done.trials.rewrites([...done.taken.values()]) ?? [];
    const isLast =
      round === mostRounds || done.taken.size === 0 || done.trials.lost.size + done.along.size === 0;
    if (isLast) append(changes, await listedChanges(done, world, pieces, cellOf));
    pieces = patched(pieces, rewrites);
    if (isLast) break;
    theirs = withoutMarks(withFollows(theirs, match.pairs, [...done.taken.values()]));
  }
  const after = sewn(source, pieces);
  const made = await maker.made(after);
  if (made)
    append(changes, renumbered(matched(made.paragraphs, withoutMarks(theirs)).pairs, known, changes, pieces));
  return { changes: inOrder(changes), source: after, pieces, matched: by };
}

function inOrder(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => a.start - b.start);
}
