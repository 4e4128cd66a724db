import { templateOf } from '../../template/kind.ts';
import type { Patchwork } from '../../text/patchwork.ts';
import type { World } from '../world.ts';
import { atFirst, placeBefore } from './at-first.ts';
import type { Candidate } from './candidate.ts';
import type { Round } from './carried.ts';
import type { Change } from './change.ts';
import { withHunks } from './hunks.ts';
import type { Pair } from './pair.ts';
import type { Paragraph } from './paragraph.ts';
import { startOf } from './start-of.ts';
import { type Now, taskOfRow } from './structural.ts';
import type { Trials, Unit } from './trial.ts';
import { inCell, whyNot } from './why.ts';

export function takenChanges(round: Round, pieces: Patchwork): Change[] {
  return groupsOf(round.taken).map((group) => takenChange(group, round, pieces));
}

/** Changed words of one paragraph are one change for a person. */
export function groupsOf(taken: Round['taken']): Candidate[][] {
  const groups = new Map<Pair, Candidate[]>();
  const alone: Candidate[][] = [];
  for (const each of taken.keys()) {
    const key = each.kind === 'words' || each.kind === 'template' ? each.pairs[0] : undefined;
    if (key) groups.set(key, [...(groups.get(key) ?? []), each]);
    else alone.push([each]);
  }
  return [...groups.values(), ...alone];
}

export function takenChange(
  group: readonly Candidate[],
  { taken, trials }: Round,
  pieces: Patchwork,
): Change {
  const units = group.flatMap((each) => taken.get(each) ?? []);
  const rewrites = trials.rewrites(units) ?? [];
  const own = atFirst(pieces, rewrites);
  const follows = [
    ...[...new Set(units.flatMap((unit) => unit.follows ?? []))].map(({ text }) => text),
    ...units.flatMap((unit) => trials.along.get(unit) ?? []),
  ];
  const kind = group[0]?.kind ?? 'words';
  return {
    ...shown(group),
    kind: kind === 'template' ? 'words' : kind,
    start: own?.[0]?.start ?? placeBefore(pieces, rewrites[0]?.start ?? 0),
    taken: true,
    ...(follows.length > 0 && { follows }),
    ...(own && { rewrites: own }),
  };
}

/** What isn't taken, with the reason. */
export async function listedChanges(
  { source, candidates, taken, trials, making }: Round,
  world: World,
  pieces: Patchwork,
  cellOf: (variable: string) => string | undefined = () => undefined,
): Promise<Change[]> {
  const changes: Change[] = [];
  const templates = world.templates(templateOf(making.plan, world.kinds(), () => {}));
  for (const each of candidates) {
    if (taken.has(each)) continue;
    const row =
      each.kind === 'gone' ? await rowGone({ source, made: making.paragraphs }, each, trials) : undefined;
    const [unit] = row ? [row] : each.hunks.size > 0 ? each.ways : [];
    const elsewhere =
      unit && (row ? textsOutside(row) : await trials.elsewhere(unit, each.kind === 'variable'));
    const offer = unit && elsewhere && atFirst(pieces, trials.rewrites([unit]) ?? []);
    const { kind, name = '', value } = each;
    const place = kind === 'variable' ? cellOf(name) : undefined;
    changes.push({
      ...shown([each]),
      kind: each.kind,
      start: startOf(each.pairs[0], making.paragraphs),
      taken: false,
      ...(offer && offer.length > 0 && { offer }),
      ...(place !== undefined && value !== undefined && { cell: { place, value } }),
      why: place === undefined ? whyNot(each, elsewhere, templates, making.paragraphs) : inCell(place, value),
    });
  }
  return changes;
}

/** A row that is made of a task is gone, and the task is still in the text: whether that is to go too is asked. */
async function rowGone(now: Now, { pairs }: Candidate, trials: Trials): Promise<Unit | undefined> {
  const row = pairs.flatMap((pair) => (pair.kind === 'gone' ? pair.made : []));
  if (!row.every(({ cell }) => cell)) return undefined;
  const { made, ways } = taskOfRow(now, row);
  for (const rewrites of ways) {
    const unit: Unit = { hunks: new Map(), pairs: [{ kind: 'gone', made }], edits: [], rewrites };
    if (await trials.isSound([unit])) return unit;
  }
  return undefined;
}

const textsOutside = ({ pairs }: Unit): string[] =>
  pairs
    .flatMap((pair) => (pair.kind === 'gone' ? pair.made : []))
    .flatMap(({ cell, text }) => (cell ? [] : [text]));

/** What is printed before and after, and who changed it. */
function shown(group: readonly Candidate[]): Pick<Change, 'before' | 'after' | 'by'> {
  const [{ pairs, hunks } = { pairs: [], hunks: new Map() }] = group;
  const edited = pairs.flatMap((pair) => ('edited' in pair ? [pair.edited].flat() : []));
  const by = [...new Set(edited.flatMap((each) => each.by ?? []))].join('、');
  const told = by === '' ? {} : { by };
  const [made] = hunks.keys();
  if (made) {
    const own = group.flatMap((each) => each.hunks.get(made) ?? []);
    return { before: made.text, after: withHunks(made.text, own), ...told };
  }
  const mine = pairs.flatMap((pair) => ('made' in pair ? [pair.made].flat() : []));
  const text = (all: readonly Paragraph[]) => all.map((each) => each.text).join('\n');
  return { before: text(mine), after: text(edited), ...told };
}
