import { placeBefore } from '../../engine/pull/at-first.ts';
import type { Change } from '../../engine/pull/change.ts';
import type { Pulled } from '../../engine/pull/pulled.ts';
import type { Remark } from '../../engine/pull/remarks.ts';
import type { Stretch } from '../../engine/pull/sentences.ts';
import { authorOf, kinds, stretches } from '../../engine/pull/showing.ts';

/** A change or a comment of an edited document, as it is shown. */
export interface Item {
  /** Where it is in the plan. */
  start: number;
  what: string;
  by: string;
  /** What was changed, a sentence each. */
  lines: readonly (readonly Stretch[])[];
  /** Said of it: what changes along, or what a comment is about. */
  notes: readonly string[];
  /** Whether it is taken unless somebody leaves it, may be taken, or is only told. */
  is: 'taken' | 'offered' | 'listed';
  /** Why it isn't taken. */
  why?: string;
}

export function changeItem(change: Change): Item {
  const { kind, start, taken, follows = [], offer, why } = change;
  return {
    start,
    what: kinds[kind],
    by: authorOf(change) ?? '',
    lines: stretches(change),
    notes: follows.map((text) => `这里跟着变：${text}`),
    is: taken ? 'taken' : offer ? 'offered' : 'listed',
    ...(why !== undefined && { why: offer && !taken ? `${why}打勾写进计划的，那几处一起变。` : why }),
  };
}

export function remarkItem({ author, text, about, start, rewrite }: Remark, { pieces }: Pulled): Item {
  return {
    start: placeBefore(pieces, start),
    what: '批注',
    by: author,
    lines: [[{ is: 'same', text }]],
    notes: about === '' ? [] : [`指“${about}”`],
    is: rewrite ? 'taken' : 'listed',
    ...(!rewrite && { why: '计划里已经有了。' }),
  };
}
