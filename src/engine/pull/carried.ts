import { Values } from '../../lint/values.ts';
import type { Variables } from '../../plan/variables.ts';
import { isScalar, type Scalar } from '../../schema/node.ts';
import { valueAt } from '../../template/scope.ts';
import { type Candidate, wordCandidates } from './candidate.ts';
import { drop } from './drop.ts';
import type { Maker, Making } from './maker.ts';
import type { Pair } from './pair.ts';
import type { MadeParagraph, Paragraph } from './paragraph.ts';
import { type Now, waysToSilence } from './structural.ts';
import { listCandidates, structuralCandidates } from './structures.ts';
import { Trials, type Unit } from './trial.ts';

/** What became of the changes of a document that were tried on a plan. */
export interface Round {
  source: string;
  making: Making<MadeParagraph>;
  candidates: readonly Candidate[];
  taken: ReadonlyMap<Candidate, Unit>;
  /** What is sound by itself, and not together with others that are taken. */
  lost: ReadonlyMap<Candidate, Unit>;
  trials: Trials;
  /** The cells that came or went with what was taken. */
  along: ReadonlySet<string>;
}

/** Tries all changes of a document on a plan, each by itself where not all together give what is wanted. */
export async function carried(
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
  const scalarNamed = (name: string) =>
    scalarOf(given, name) ? undefined : scalarOf(plan.variables ?? {}, name);
  const now = { source, made: paragraphs };
  const structural = structuralCandidates(now, pairs);
  const taken = new Map<Candidate, Unit>();
  const listed = new Map<Pair, Candidate>();
  for (const each of listCandidates(now, pairs)) {
    const unit = await firstSound(trials, each.ways, []);
    if (unit) taken.set(each, unit);
    if (unit) listed.set(each.pairs[0] as Pair, each);
  }
  const words = wordCandidates(
    paragraphs,
    pairs.filter((pair) => !listed.has(pair)),
    scalarNamed,
  );
  const candidates = [...listed.values(), ...words, ...structural];
  // What is said of places is only believed where it gives the edited document.
  const isWhole = trials.gives(candidates, theirs);
  for (const each of isWhole ? structural : []) {
    const unit = await firstSound(trials, each.ways, []);
    if (unit) taken.set(each, unit);
  }
  for (const each of words) {
    const [first] = each.ways;
    if (first && each.kind === 'words') taken.set(each, first);
  }
  const good = new Set(await trials.sound([...taken.values()]));
  const lost = new Map([...taken].filter(([, unit]) => trials.lost.has(unit)));
  for (const [candidate, unit] of [...taken]) if (!good.has(unit)) taken.delete(candidate);
  for (const each of words) {
    if (taken.has(each)) continue;
    const [, ...others] = each.ways;
    const ways = each.kind === 'words' ? [...others, ...inSilence(now, each.ways)] : each.ways;
    const unit = await firstSound(trials, ways, [...taken.values()]);
    if (unit) taken.set(each, unit);
  }
  if (drop(taken, candidates).length > 0 && !(await trials.isSound([...taken.values()]))) taken.clear();
  return { source, making, candidates, taken, lost, trials, along: alongOf(taken, trials) };
}

/** The same ways without the sentence that a template adds at the end of a text that doesn't say it. */
function inSilence(now: Now, ways: Iterable<Unit>): Unit[] {
  const [rewrites] = waysToSilence(now);
  return rewrites ? [...ways].map((unit) => ({ ...unit, rewrites: [...unit.rewrites, ...rewrites] })) : [];
}

export function alongOf(taken: Round['taken'], trials: Trials): Set<string> {
  return new Set([...taken.values()].flatMap((unit) => trials.along.get(unit) ?? []));
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

function scalarOf(variables: Variables, name: string): Scalar | undefined {
  const found = valueAt(variables, { parts: name.split('.') });
  return isScalar(found) ? found : undefined;
}
