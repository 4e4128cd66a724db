import { UserError } from '../../errors.ts';
import type { Printed } from '../../reading/printed.ts';
import { type Structure, structureOf } from '../../structure/structure.ts';
import { type Lost, lostOf } from '../../writing/accounting.ts';
import { type Relabelled, relabelled } from '../../writing/labels.ts';
import { planOf, plansOf, type WrittenPlan } from '../../writing/plan.ts';
import type { Made } from './made.ts';

/** What became of a foreign file: its plans, each with the document that it makes, and what isn't in any of them. */
export interface Imported {
  /** As they were written, before any rule was lowered in them. */
  plans: readonly WrittenPlan[];
  made: readonly Made[];
  lost: readonly Lost[];
  relabelled: readonly Relabelled[];
}

/** Makes plans of what a file prints, and tries what documents they make. */
export async function imported(
  printed: Printed,
  structure: Structure,
  makes: (plan: WrittenPlan, index: number) => Promise<Made>,
): Promise<Imported> {
  const plans = plansOf(structure.parts).map((parts) => planOf(parts));
  const all: Made[] = [];
  for (const [index, plan] of plans.entries()) all.push(await makes(plan, index));
  const leftOut = [
    ...printed.notes.map(({ text = '' }) => text),
    ...[...structure.apart, ...structure.repeated].map(({ text }) => text),
    ...plans.flatMap(({ notes }) => notes),
  ];
  const lost = lostOf(printed, all.map((each) => each.printed ?? '').join('\n'), leftOut);
  const labels = relabelled(
    printed,
    structure,
    all.flatMap((each) => each.labels),
  );
  const told = new Set(plans.flatMap(({ doubts }) => doubts.map(({ heading }) => heading.line.source)));
  return { plans, made: all, lost, relabelled: labels.filter(({ source }) => !told.has(source)) };
}

/** The structure of what a file prints; a file without words has none. */
export function structured(printed: Printed, shown: string): Structure {
  const structure = structureOf(printed);
  if (structure.parts.length === 0) throw new UserError(`${shown} 的正文里没有文字。`);
  return structure;
}
