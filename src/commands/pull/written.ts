import type { Change } from '../../engine/pull/change.ts';
import { mend } from '../../io/mend.ts';
import { read } from '../../plan/read.ts';
import { type Patchwork, patched, type Rewrite, sewn } from '../../text/patchwork.ts';
import { wayBack } from '../lint/mend.ts';
import type { Pulling } from './pulling.ts';

/** The plan with all that is carried into it: changes, comments, and what somebody asked for besides. */
export function carried({ pulled, remarks, source }: Pulling, besides: readonly Change[] = []): Patchwork {
  const noted = patched(
    pulled.pieces,
    remarks.flatMap(({ rewrite }) => rewrite ?? []),
  );
  let pieces = noted;
  for (const { offer = [] } of besides) {
    const rewrites = offer.map((each) => atNow(pieces, each));
    if (!rewrites.every((each) => each !== undefined)) continue;
    const more = patched(pieces, rewrites);
    if (errorsIn(sewn(source, more)) <= errorsIn(source)) pieces = more;
  }
  return pieces;
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

const errorsIn = (source: string) =>
  read(source).problems.filter(({ severity }) => severity === 'error').length;

/** Writes the plan where it came from, and says how it is got back; nothing where it stays as it is. */
export async function write(
  { plan, file, stored, source }: Pulling,
  pieces: Patchwork,
): Promise<string | undefined> {
  if (sewn(source, pieces) === source) return undefined;
  let back = '';
  await mend(file, plan, pieces, stored, () => {
    back = wayBack(plan, file, stored.bytes);
  });
  return back;
}
