import { UserError } from '../../errors.ts';
import { Values } from '../../lint/mend-values.ts';
import { isNames, type Variable, type Variables } from '../../plan/variables.ts';
import type { Printed } from '../../reading/printed.ts';
import { isScalar, type Scalar } from '../../schema/node.ts';
import { templateOf } from '../../template/kind.ts';
import { type Patchwork, patched, type Rewrite, sewn, whole } from '../../text/patchwork.ts';
import type { World } from '../world.ts';
import { type Candidate, wordCandidates } from './candidate.ts';
import type { Change } from './change.ts';
import { hunksOf, withHunks } from './hunks.ts';
import { Maker, type Making } from './maker.ts';
import { matched, type Pair } from './match.ts';
import type { MadeParagraph, Paragraph } from './paragraph.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { By } from './sequence.ts';
import { structuralCandidates } from './structures.ts';
import { Trials, type Unit } from './trial.ts';
import { whyNot } from './why.ts';

/** A plan whose document was edited. */
export interface Original {
  name: string;
  source: string;
  world: World;
  given: Variables;
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

/** What a round of carrying changes needs to know. */
interface Round {
  source: string;
  making: Making<MadeParagraph>;
  candidates: readonly Candidate[];
  taken: ReadonlyMap<Candidate, Unit>;
  trials: Trials;
  /** The cells that came or went with what was taken. */
  along: ReadonlySet<string>;
}

/** One round may make room for the next: a paragraph is moved, and then its words are changed. */
const mostRounds = 3;

/** What was changed in a document, carried into the plan that it was made of, as far as it can be carried without doubt. */
export async function pulled(edited: Printed, { name, source, world, given }: Original): Promise<Pulled> {
  const maker = new Maker(world, given);
  let theirs = paragraphsOf(edited);
  const changes: Change[] = [];
  let pieces = whole(source);
  const along = new Set<string>();
  let by: Pulled['matched'] | undefined;
  for (let round = 1; ; round++) {
    const now = sewn(source, pieces);
    const making = await maker.made(now);
    if (!making) throw new UserError(`${name} 现在生成不了文件，先把它改好。`);
    const match = matched(making.paragraphs, theirs);
    by ??= {
      by: match.by,
      untouched: match.pairs.filter(({ kind }) => kind === 'same').length,
      paragraphs: theirs.length,
    };
    const pairs = match.pairs.filter((pair) => !isAlong(pair, along));
    const done = await carried(maker, now, making, pairs, theirs, given);
    for (const each of done.along) along.add(each);
    changes.push(...takenChanges(done, pieces));
    const all = done.trials.rewrites([...done.taken.values()]) ?? [];
    const isLast =
      round === mostRounds || done.taken.size === 0 || done.taken.size === done.candidates.length;
    if (isLast) changes.push(...(await listed(done, world, pieces)));
    pieces = patched(pieces, all);
    if (isLast) break;
    theirs = withFollows(theirs, match.pairs, [...done.taken.values()]);
  }
  return { changes: inOrder(changes), source: sewn(source, pieces), pieces, matched: by };
}

/** Cells that came or went along aren't to be taken back. */
function isAlong(pair: Pair, along: ReadonlySet<string>): boolean {
  const cells = pair.kind === 'new' ? pair.edited : pair.kind === 'gone' ? pair.made : [];
  return (
    cells.length > 0 && cells.every(({ cell, text }) => cell && (along.has(text) || /^\d{0,3}$/.test(text)))
  );
}

/** What changes along isn't to be changed back. */
function withFollows(
  theirs: readonly Paragraph[],
  pairs: readonly Pair[],
  units: readonly Unit[],
): Paragraph[] {
  const instead = new Map<string, Paragraph>();
  const key = ({ source, cell }: Paragraph) => JSON.stringify([source, cell]);
  for (const pair of pairs) {
    if (pair.kind !== 'same' && pair.kind !== 'changed' && pair.kind !== 'moved') continue;
    const { made, edited } = pair;
    const more = units.flatMap(({ follows = [], hunks }) =>
      follows.includes(made) ? (hunks.get(made) ?? []) : [],
    );
    const own = pair.kind === 'same' ? [] : hunksOf(made.text, edited.text);
    if (more.length > 0)
      instead.set(key(edited), { ...edited, text: withHunks(made.text, [...own, ...more]) });
  }
  return theirs.map((each) => instead.get(key(each)) ?? each);
}

async function carried(
  maker: Maker,
  source: string,
  making: Making<MadeParagraph>,
  pairs: readonly Pair[],
  theirs: readonly Paragraph[],
  given: Variables,
): Promise<Round> {
  const { plan, paragraphs, errors } = making;
  const values = new Values(source);
  const trials = new Trials(maker, source, values, paragraphs, errors);
  const scalarNamed = (name: string) => (scalarOf(given, name) ? undefined : scalarOf(plan.variables, name));
  const words = wordCandidates(paragraphs, pairs, scalarNamed);
  const structural = structuralCandidates({ source, made: paragraphs }, pairs);
  const candidates = [...words, ...structural];
  const taken = new Map<Candidate, Unit>();
  // What is said of places is only believed where it gives the edited document.
  const isWhole = trials.gives([...words, ...structural], theirs);
  for (const each of isWhole ? structural : []) {
    const unit = await firstSound(trials, each.ways, []);
    if (unit) taken.set(each, unit);
  }
  for (const each of words) {
    const [first] = each.ways;
    if (first && each.kind === 'words') taken.set(each, first);
  }
  const good = new Set(await trials.sound([...taken.values()]));
  for (const [candidate, unit] of [...taken]) if (!good.has(unit)) taken.delete(candidate);
  for (const each of words) {
    if (taken.has(each)) continue;
    const ways = each.kind === 'words' ? [...each.ways].slice(1) : each.ways;
    const unit = await firstSound(trials, ways, [...taken.values()]);
    if (unit) taken.set(each, unit);
  }
  const along = new Set([...taken.values()].flatMap((unit) => trials.along.get(unit) ?? []));
  return { source, making, candidates, taken, trials, along };
}

/** How many ways of one change are tried. */
const mostWays = 40;

async function firstSound(
  trials: Trials,
  ways: Iterable<Unit>,
  with_: readonly Unit[],
): Promise<Unit | undefined> {
  let tried = 0;
  for (const way of ways) {
    if (await trials.isSound([...with_, way])) return way;
    if (++tried === mostWays) break;
  }
  return undefined;
}

function scalarOf(variables: Variables | undefined, name: string): Scalar | undefined {
  let found: Variable | undefined = variables;
  for (const part of name.split('.')) found = isNames(found) ? found[part] : undefined;
  return isScalar(found) ? found : undefined;
}

/** Changed words of one paragraph are one change for a person. */
function takenChanges({ taken, trials }: Round, pieces: Patchwork): Change[] {
  const groups = new Map<Pair, Candidate[]>();
  for (const each of taken.keys()) {
    const key = each.kind === 'words' || each.kind === 'template' ? each.pair : ({} as Pair);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const units = group.flatMap((each) => taken.get(each) ?? []);
    const rewrites = trials.rewrites(units) ?? [];
    const own = atFirst(pieces, rewrites);
    const follows = [
      ...[...new Set(units.flatMap((unit) => unit.follows ?? []))].map(({ text }) => text),
      ...units.flatMap((unit) => trials.along.get(unit) ?? []),
    ];
    const start = own?.[0]?.start ?? rewrites[0]?.start ?? 0;
    return [
      {
        ...shown(group),
        kind: first.kind === 'template' ? 'words' : first.kind,
        start,
        taken: true,
        ...(follows.length > 0 && { follows }),
        ...(own && { rewrites: own }),
      },
    ];
  });
}

async function listed(
  { candidates, taken, trials, making }: Round,
  world: World,
  pieces: Patchwork,
): Promise<Change[]> {
  const changes: Change[] = [];
  const templates = world.templates(templateOf(making.plan, world.kinds(), () => {}));
  for (const each of candidates) {
    if (taken.has(each)) continue;
    const [unit] = each.hunks.size > 0 ? each.ways : [];
    const elsewhere = unit && (await trials.elsewhere(unit));
    const offer = unit && elsewhere && atFirst(pieces, trials.rewrites([unit]) ?? []);
    changes.push({
      ...shown([each]),
      kind: each.kind,
      start: startOf(each, making.paragraphs),
      taken: false,
      ...(offer && offer.length > 0 && { offer }),
      why: whyNot(each, elsewhere, templates),
    });
  }
  return changes;
}

/** What is printed before and after, and who changed it. */
function shown(group: readonly Candidate[]): Pick<Change, 'before' | 'after' | 'by'> {
  const [{ pair, hunks } = { pair: undefined, hunks: new Map() }] = group;
  const edited = pair && 'edited' in pair ? [pair.edited].flat() : [];
  const by = [...new Set(edited.flatMap((each) => each.by ?? []))].join('、');
  const told = by === '' ? {} : { by };
  const [made] = hunks.keys();
  if (made) {
    const own = group.flatMap((each) => each.hunks.get(made) ?? []);
    return { before: made.text, after: withHunks(made.text, own), ...told };
  }
  const mine = pair && 'made' in pair ? [pair.made].flat() : [];
  const text = (all: readonly Paragraph[]) => all.map((each) => each.text).join('\n');
  return { before: text(mine), after: text(edited), ...told };
}

/** The place in the plan of a paragraph, or of the nearest one in front of it that has one. */
function startOf({ pair }: Candidate, all: readonly MadeParagraph[]): number {
  const made =
    'made' in pair ? [pair.made].flat()[0] : pair.kind === 'new' ? (pair.after ?? pair.before) : undefined;
  for (let at = made ? all.indexOf(made) : 0; at >= 0; at--) {
    const origin = all[at]?.origins.find((each) => each.of === 'plan' || each.of === 'variable');
    if (origin?.of === 'plan' || origin?.of === 'variable') return origin.text.at(origin.at);
  }
  return 0;
}

/** Changes of a changed text as changes of the first one; nothing where they touch what was changed before. */
function atFirst(pieces: Patchwork, rewrites: readonly Rewrite[]): readonly Rewrite[] | undefined {
  const found: Rewrite[] = [];
  for (const { start, end, text } of rewrites) {
    let at = 0;
    for (const piece of pieces) {
      const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      if (typeof piece !== 'string' && start >= at && end <= at + length) {
        found.push({ start: piece.start + start - at, end: piece.start + end - at, text });
        break;
      }
      at += length;
    }
  }
  return found.length === rewrites.length ? found : undefined;
}

function inOrder(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => a.start - b.start);
}
