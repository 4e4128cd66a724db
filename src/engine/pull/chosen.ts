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
  const wanted = new Set(
    groupsOf(round)
      .filter((group) => wants(takenChange(group, round, pieces)))
      .flat(),
  );
  const left = [...round.taken].filter(([candidate]) => wanted.has(candidate));
  if (left.length === round.taken.size) return round;
  const good = new Set(await trials.sound(left.map(([, unit]) => unit)));
  const taken = new Map(left.filter(([, unit]) => good.has(unit)));
  return { ...round, taken, along: alongOf(taken, trials) };
}
