import type { Patchwork } from '../../text/patchwork.ts';
import { alongOf, type Round } from './carried.ts';
import type { Change } from './change.ts';
import { groupsOf, takenChange } from './told.ts';

/** A round with those of its changes only that are wanted, as far as they are sound without the others. */
export async function chosen(
  round: Round,
  pieces: Patchwork,
  wants: (change: Change) => boolean,
): Promise<Round> {
  const { trials } = round;
  const wanted = (some: Round['taken']) =>
    new Set(
      groupsOf(some)
        .filter((group) => wants(takenChange(group, { ...round, taken: some }, pieces)))
        .flat(),
    );
  const [left, lost] = [wanted(round.taken), wanted(round.lost)];
  if (left.size === round.taken.size) return round;
  const all = [...round.taken, ...round.lost].filter(([each]) => left.has(each) || lost.has(each));
  const good = new Set(await trials.sound(all.map(([, unit]) => unit)));
  const taken = new Map(all.filter(([, unit]) => good.has(unit)));
  return { ...round, taken, along: alongOf(taken, trials) };
}

/** Says of a change whether it is one of those that are wanted, also where it is found among fewer. */
export function among(wanted: readonly Change[], all: readonly Change[]): (change: Change) => boolean {
  return (change) => {
    const like = all.filter((each) => isSame(each, change));
    const own = like.filter(({ start }) => start === change.start);
    const same = own.length > 0 ? own : like;
    return same.length > 0 && same.every((each) => wanted.includes(each));
  };
}

/** Those of the changes that weren't carried. */
export function missing(wanted: readonly Change[], carried: readonly Change[]): Change[] {
  const left = carried.filter(({ taken }) => taken);
  return wanted.filter((each) => {
    const at = left.findIndex((own) => isSame(own, each));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function isSame(one: Change, other: Change): boolean {
  return one.kind === other.kind && one.before === other.before && one.after === other.after;
}
