/** A stretch of a text and what stands there instead. */
export interface Hunk {
  from: number;
  to: number;
  text: string;
}

/** Of the places at which words may as well have been put in or taken out, the one at the end of a sentence. */
export function settled(before: string, hunk: Hunk): Hunk {
  return shifted(before, hunk).reduce((best, each) =>
    rank(before, each) > rank(before, best) ? each : best,
  );
}

/** The same change at every place where it would give the same text, the one that was found first. */
export function shifted(before: string, hunk: Hunk): Hunk[] {
  const { from, to, text } = hunk;
  const all = [hunk];
  if (text !== '' && to > from) return all;
  const moves = to > from ? before.slice(from, to) : text;
  const put = (by: number, words: string): Hunk => ({
    from: from + by,
    to: to + by,
    text: to > from ? '' : words,
  });
  let words = moves;
  for (
    let by = 1;
    before.charAt(to + by - 1) === words.charAt(0) && by <= moves.length && words !== '';
    by++
  ) {
    words = words.slice(1) + words.charAt(0);
    all.push(put(by, words));
  }
  words = moves;
  for (let by = 1; from - by >= 0 && before.charAt(from - by) === words.at(-1) && by <= moves.length; by++) {
    words = (words.at(-1) ?? '') + words.slice(0, -1);
    all.push(put(-by, words));
  }
  return all;
}

function rank(text: string, { from }: Hunk): number {
  const before = text.charAt(from - 1);
  return from === 0 || /[。；！？]/.test(before)
    ? 3
    : /[，：、]/.test(before)
      ? 2
      : /[）》”]/.test(before)
        ? 1
        : 0;
}
