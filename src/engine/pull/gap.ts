import { alike, within } from './alike.ts';

/** Which of some texts became which: by their indexes. */
export interface Step {
  made: readonly number[];
  edited: readonly number[];
}

/** Less alike than this, two texts are no versions of one. */
const least = 0.4;
/** Two halves together have to say nearly what the whole says. */
export const leastWhole = 0.8;
/** Longer gaps are cut, so that time grows with the text. */
const most = 60;

/**
 * What became of the texts between two that were found again. Of all ways in order the one in which most characters are
 * found again: a text changed, split in two or three, run together with its neighbours, gone, or new.
 */
export function steps(made: readonly string[], edited: readonly string[], isSplit = true): Step[] {
  if (made.length === 1 && edited.length === 1) return [{ made: [0], edited: [0] }];
  if (made.length > most || edited.length > most) return halves(made, edited, isSplit);
  const width = edited.length + 1;
  const best = new Float64Array((made.length + 1) * width);
  const taken: (readonly [number, number])[] = [];
  for (let i = made.length; i >= 0; i--)
    for (let j = edited.length; j >= 0; j--) {
      let [top, way] = [-1, [0, 0] as readonly [number, number]];
      for (const [m, e] of isSplit ? ways : ways.slice(0, 3)) {
        if (i + m > made.length || j + e > edited.length) continue;
        const own = score(made.slice(i, i + m), edited.slice(j, j + e));
        const total = own < 0 ? -1 : own + (best[(i + m) * width + j + e] ?? 0);
        if (total > top) [top, way] = [total, [m, e]];
      }
      best[i * width + j] = Math.max(0, top);
      taken[i * width + j] = way;
    }
  const found: Step[] = [];
  for (let [i, j] = [0, 0]; i < made.length || j < edited.length; ) {
    const [m, e] = taken[i * width + j] ?? [0, 0];
    if (m + e === 0) break;
    found.push({ made: range(i, m), edited: range(j, e) });
    i += m;
    j += e;
  }
  return found;
}

const ways = [
  [1, 1],
  [1, 0],
  [0, 1],
  [1, 2],
  [1, 3],
  [2, 1],
  [3, 1],
] as const;

/** The characters that are found again, or −1 where these can't be the same. */
function score(made: readonly string[], edited: readonly string[]): number {
  if (made.length === 0 || edited.length === 0) return 0;
  const [one, other] = [made.join(''), edited.join('')];
  const same = alike(one, other);
  if (made.length + edited.length === 2) return same < least ? -1 : same * (one.length + other.length);
  const [parts, whole] = made.length > 1 ? [made, other] : [edited, one];
  const isWhole = same >= leastWhole && parts.every((part) => within(part, whole) > 0.5);
  return isWhole ? same * (one.length + other.length) - 1 : -1;
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}

function halves(made: readonly string[], edited: readonly string[], isSplit: boolean): Step[] {
  const [m, e] = [Math.ceil(made.length / 2), Math.ceil(edited.length / 2)];
  const rest = steps(made.slice(m), edited.slice(e), isSplit).map((step) => ({
    made: step.made.map((index) => index + m),
    edited: step.edited.map((index) => index + e),
  }));
  return [...steps(made.slice(0, m), edited.slice(0, e), isSplit), ...rest];
}
