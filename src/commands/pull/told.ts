import { Lines } from '../../text/lines.ts';
import { type Patchwork, sewn } from '../../text/patchwork.ts';
import type { Pulling } from './pulling.ts';
import { placeBefore } from './shown.ts';

/** How many changes there are, how many of them are carried, and how many comments. */
export function counted({ pulled, remarks }: Pulling) {
  const taken = pulled.changes.filter((change) => change.taken).length;
  return {
    all: pulled.changes.length,
    taken,
    listed: pulled.changes.length - taken,
    remarks: remarks.length,
  };
}

/** 改动 5 处，能收回 4 处，只列出 1 处，批注 2 条 */
export function summed(pulling: Pulling): string {
  const { all, taken, listed, remarks } = counted(pulling);
  if (all + remarks === 0) return '没有改动';
  return [
    all > 0 ? `改动 ${all} 处` : '没有改动',
    ...(all > 0 ? [`能收回 ${taken} 处`] : []),
    ...(listed > 0 ? [`只列出 ${listed} 处`] : []),
    ...(remarks > 0 ? [`批注 ${remarks} 条`] : []),
  ].join('，');
}

/** For programs: the changes in the order of the plan, and the plan with those that are carried. */
export function asJson(pulling: Pulling, pieces: Patchwork): object {
  const { document, plan, source, pulled, remarks, notes } = pulling;
  const lines = new Lines(source);
  return {
    document,
    plan,
    ...counted(pulling),
    changes: pulled.changes.map(({ kind, start, before, after, by, taken, follows, why }) => ({
      kind,
      ...lines.position(start),
      ...{ taken, before, after },
      ...(by !== undefined && { by }),
      ...(follows && { follows }),
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
