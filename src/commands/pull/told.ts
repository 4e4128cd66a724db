import { placeBefore } from '../../engine/pull/at-first.ts';
import { counted } from '../../engine/pull/counted.ts';
import { Lines } from '../../text/lines.ts';
import { type Patchwork, sewn } from '../../text/patchwork.ts';
import type { Pulling } from './pulling.ts';

/** For programs: the changes in the order of the plan, and the plan with those that are carried. */
export function asJson(pulling: Pulling, pieces: Patchwork): object {
  const { document, plan, source, pulled, remarks, notes } = pulling;
  const lines = new Lines(source);
  return {
    document,
    plan,
    ...counted(pulling),
    changes: pulled.changes.map(({ kind, start, before, after, by, taken, follows, cell, why }) => ({
      kind,
      ...lines.position(start),
      ...{ taken, before, after },
      ...(by !== undefined && { by }),
      ...(follows && { follows }),
      ...(cell && { cell }),
      ...(why !== undefined && { why }),
    })),
    comments: remarks.map(({ author, text, about, start, rewrite }) => ({
      ...lines.position(placeBefore(pulled.pieces, start)),
      ...{ author, text, about, known: rewrite === undefined },
    })),
    notes,
    source: sewn(source, pieces),
  };
}

/** The changes of the plan as a unified diff. */
export async function patch({ plan, source }: Pulling, pieces: Patchwork): Promise<string> {
  const after = sewn(source, pieces);
  if (after === source) return '';
  const { createTwoFilesPatch } = await import('diff');
  return createTwoFilesPatch(plan, plan, source, after, '原来', '改后').replace(/^=+\n/, '');
}
