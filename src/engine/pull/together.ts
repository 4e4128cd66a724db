import { errorsIn } from '../../plan/read.ts';
import { type Patchwork, patched, type Rewrite, sewn } from '../../text/patchwork.ts';
import type { Change } from './change.ts';
import type { Remark } from './remarks.ts';

/** A plan with what is written into it: changes, then comments, then what somebody asked for besides, as far as it fits in. */
export function together(
  source: string,
  changed: Patchwork,
  remarks: readonly Remark[],
  besides: readonly Change[] = [],
): { pieces: Patchwork; refused: readonly Change[] } {
  let pieces = patched(
    changed,
    remarks.flatMap(({ rewrite }) => rewrite ?? []),
  );
  const refused: Change[] = [];
  for (const change of besides) {
    const rewrites = (change.offer ?? []).map((each) => atNow(pieces, each));
    const isFree = rewrites.every((each) => each !== undefined);
    const more = isFree ? patched(pieces, rewrites) : pieces;
    if (isFree && errorsIn(sewn(source, more)) <= errorsIn(source)) pieces = more;
    else refused.push(change);
  }
  return { pieces, refused };
}

/** A change of the text as it was, as one of the text as it is now; nothing where the two touch. */
function atNow(pieces: Patchwork, { start, end, text }: Rewrite): Rewrite | undefined {
  let at = 0;
  for (const piece of pieces) {
    if (typeof piece !== 'string' && start >= piece.start && end <= piece.end)
      return { start: at + start - piece.start, end: at + end - piece.start, text };
    at += typeof piece === 'string' ? piece.length : piece.end - piece.start;
  }
  return undefined;
}
