import { distance } from 'fastest-levenshtein';

/** The candidate most like what was typed, or undefined when none is near: one slip in a short word, two in a longer one. */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  const most = typed.length <= 1 ? 0 : typed.length <= 3 ? 1 : 2;
  let best: string | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const slips = distance(typed, candidate);
    // A word left out or too many counts as one slip; among several the closest wins.
    const score = contains(candidate, typed) || contains(typed, candidate) ? 1 + slips / 100 : slips;
    if (Math.floor(score) > most || score >= least) continue;
    best = candidate;
    least = score;
  }
  return best;
}

/** Candidates in the order of their likeness to what was typed; those that have nothing of it stay as they stand. */
export function byNearness(typed: string, candidates: readonly string[]): string[] {
  const far = new Map(
    candidates.map((each) => {
      const slips = distance(typed, each) / Math.max(typed.length, each.length);
      return [each, contains(each, typed) || contains(typed, each) ? slips / 2 : slips];
    }),
  );
  return [...candidates].sort((a, b) => (far.get(a) ?? 1) - (far.get(b) ?? 1));
}

function contains(whole: string, part: string): boolean {
  return part.length > 1 && whole.includes(part);
}

/** The tail of a message about an unknown name: “，是不是“村名”？” or the full stop. */
export function meant(typed: string, candidates: Iterable<string>): string {
  const candidate = nearest(typed, candidates);
  return candidate === undefined ? '。' : `，是不是“${candidate}”？`;
}

/** How much two texts have of each other, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 0 : 1 - distance(one, other) / longer;
}
