/** A change of a text's own characters. */
export interface Rewrite {
  start: number;
  end: number;
  text: string;
}

/** What a changed text is made of: stretches of the original, by their places there, and what was written in. */
export type Patchwork = readonly (string | { start: number; end: number })[];

export function whole(text: string): Patchwork {
  return [{ start: 0, end: text.length }];
}

/** Changes what was changed before; the places are those of the text as it is now. */
export function patched(before: Patchwork, rewrites: readonly Rewrite[]): Patchwork {
  const after: (string | { start: number; end: number })[] = [];
  let at = 0;
  let index = 0;
  let within = 0;
  /** Goes on to a place, keeping or leaving out what lies before it. */
  const reach = (place: number, keep: boolean) => {
    while (at < place) {
      const piece = before[index];
      if (piece === undefined) throw new RangeError('a change behind the end of the text');
      const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      const step = Math.min(length - within, place - at);
      if (keep && step > 0)
        after.push(
          typeof piece === 'string'
            ? piece.slice(within, within + step)
            : { start: piece.start + within, end: piece.start + within + step },
        );
      at += step;
      within += step;
      if (within === length) {
        index++;
        within = 0;
      }
    }
  };
  for (const { start, end, text } of [...rewrites].sort((a, b) => a.start - b.start)) {
    reach(start, true);
    if (text !== '') after.push(text);
    reach(end, false);
  }
  const length = before.reduce(
    (sum, piece) => sum + (typeof piece === 'string' ? piece.length : piece.end - piece.start),
    0,
  );
  reach(length, true);
  return after;
}

/** The changed text. */
export function sewn(original: string, pieces: Patchwork): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : original.slice(piece.start, piece.end)))
    .join('');
}

/** What was changed, by the places of the original: what stands between two stretches of it. */
export function rewritesIn(pieces: Patchwork, length: number): Rewrite[] {
  const rewrites: Rewrite[] = [];
  let [from, text] = [0, ''];
  for (const piece of [...pieces, { start: length, end: length }]) {
    if (typeof piece === 'string') {
      text += piece;
      continue;
    }
    if (piece.start > from || text !== '') rewrites.push({ start: from, end: piece.start, text });
    [from, text] = [piece.end, ''];
  }
  return rewrites;
}
