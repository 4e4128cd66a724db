import type { Problem } from '../../schema/problem.ts';
import { printedWords } from '../../writing/accounting.ts';
import { type Label, labelsOf } from '../../writing/labels.ts';
import { lowered } from '../../writing/lowered.ts';
import type { WrittenPlan } from '../../writing/plan.ts';
import { drafted } from '../drafted.ts';
import { verdict } from '../verdict.ts';
import type { World } from '../world.ts';

/** A plan that was written, and the document that it makes. */
export interface Made {
  plan: WrittenPlan;
  /** All that the document prints; missing where none can be made. */
  printed?: string;
  /** The numbers in it. */
  labels: readonly Label[];
  /** What checking finds in the text, where rules were lowered as warnings. */
  problems: readonly Problem[];
}

/** Makes the document of a plan, as `gen` would; rules that would be in its way are made warnings in the plan. */
export async function made(plan: WrittenPlan, file: string, world: World): Promise<Made> {
  const wanted = { name: file, file, source: plan.text, world, despite: 'errors', review: true } as const;
  const { draft, problems } = await drafted(wanted, () => ({ given: {} }));
  const found = draft ? [...problems, ...draft.found.filter((each) => !problems.includes(each))] : problems;
  const { inTheWay } = verdict(draft?.found ?? [], { name: file, force: false });
  const text = lowered(
    plan.text,
    inTheWay.map(({ code }) => code),
  );
  return {
    plan: { ...plan, text },
    problems: found.map((each) => (inTheWay.includes(each) ? { ...each, severity: 'warning' } : each)),
    ...(draft && { printed: printedWords(draft.document.blocks) }),
    labels: labelsOf(draft?.document.blocks ?? []),
  };
}
