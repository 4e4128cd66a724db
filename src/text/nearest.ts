import { distance } from 'fastest-levenshtein';

/** The candidate most like what was typed, or undefined when none is near: one slip in a short word, two in a longer one. */
export function nearest(typed: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = typed.length <= 1 ? 0 : typed.length <= 3 ? 1 : 2;
  for (const candidate of candidates) {
    const slips =
      candidate.length > 2 && (typed.includes(candidate) || (typed.length > 1 && candidate.includes(typed)))
        ? 1
        : distance(typed, candidate);
    if (slips > least || (slips === least && best !== undefined)) continue;
    best = candidate;
    least = slips;
  }
  return best;
}

/** 「，是不是“村名”？」 or nothing: the tail of a message about an unknown name. */
export function meant(typed: string, candidates: Iterable<string>): string {
  const candidate = nearest(typed, candidates);
  return candidate === undefined ? '' : `，是不是“${candidate}”？`;
}
