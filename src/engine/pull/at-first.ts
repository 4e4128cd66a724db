import type { Patchwork, Rewrite } from '../../text/patchwork.ts';

/** Changes of a changed text as changes of the first one; nothing where they touch what was changed before. */
export function atFirst(pieces: Patchwork, rewrites: readonly Rewrite[]): readonly Rewrite[] | undefined {
  const found: Rewrite[] = [];
  for (const { start, end, text } of rewrites) {
    let at = 0;
    for (const piece of pieces) {
      const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
      if (typeof piece !== 'string' && start >= at && end <= at + length) {
        found.push({ start: piece.start + start - at, end: piece.start + end - at, text });
        break;
      }
      at += length;
    }
  }
  return found.length === rewrites.length ? found : undefined;
}

/** Where in the text as it was a place of the changed text is. */
export function placeBefore(pieces: Patchwork, place: number): number {
  let at = 0;
  let before = 0;
  for (const piece of pieces) {
    const length = typeof piece === 'string' ? piece.length : piece.end - piece.start;
    if (typeof piece !== 'string' && place < at + length) return piece.start + Math.max(0, place - at);
    if (typeof piece === 'string' && place < at + length) return before;
    if (typeof piece !== 'string') before = piece.end;
    at += length;
  }
  return before;
}
