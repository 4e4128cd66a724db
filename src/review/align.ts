/** With more differences than this, only what stands in front of the first of them is taken for the same. */
const most = 1000;

/** How far into the first text each diagonal (its place less that in the second) was followed, at its index + `most`. */
type Reached = Int32Array;

/**
 * For every UTF-16 unit of a text the place of the same unit in another that differs little from it, −1 where it has
 * none: the shortest way from the one to the other (E. W. Myers, An O(ND) Difference Algorithm, 1986).
 */
export function aligned(from: string, to: string): Int32Array {
  const same = (here: number, there: number) =>
    here < from.length && there < to.length && from.charCodeAt(here) === to.charCodeAt(there);
  const rounds: Reached[] = [];
  let reached: Reached = new Int32Array(2 * most + 1);
  for (let round = 0; round < most; round++) {
    rounds.push(reached);
    reached = reached.slice();
    for (let diagonal = -round; diagonal <= round; diagonal += 2) {
      let here = step(rounds, round, diagonal).here;
      while (same(here, here - diagonal)) here++;
      reached[diagonal + most] = here;
      if (here >= from.length && here - diagonal >= to.length) return wayBack(rounds, from.length, diagonal);
    }
  }
  let alike = 0;
  while (same(alike, alike)) alike++;
  return Int32Array.from({ length: from.length }, (_, unit) => (unit < alike ? unit : -1));
}

/** A diagonal is entered from its neighbours: one unit of the first text is passed over, or one of the second. */
function step(rounds: readonly Reached[], round: number, diagonal: number): { here: number; over: 1 | -1 } {
  const before = rounds[round];
  const passingFirst = before?.[diagonal - 1 + most] ?? 0;
  const passingSecond = before?.[diagonal + 1 + most] ?? 0;
  if (round === 0) return { here: 0, over: -1 };
  return diagonal === -round || (diagonal !== round && passingFirst < passingSecond)
    ? { here: passingSecond, over: 1 }
    : { here: passingFirst + 1, over: -1 };
}

function wayBack(rounds: readonly Reached[], length: number, last: number): Int32Array {
  const places = new Int32Array(length).fill(-1);
  let here = length;
  let diagonal = last;
  for (let round = rounds.length - 1; round >= 0; round--) {
    const entered = step(rounds, round, diagonal);
    while (here > entered.here) {
      here--;
      places[here] = here - diagonal;
    }
    if (entered.over === -1) here--;
    diagonal += entered.over;
  }
  return places;
}
