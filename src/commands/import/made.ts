import { prepared } from '../../draft/prepared.ts';
import { verdict } from '../../draft/verdict.ts';
import type { Problem } from '../../schema/problem.ts';
import { printedWords } from '../../writing/accounting.ts';
import { lowered } from '../../writing/lowered.ts';
import type { WrittenPlan } from '../../writing/plan.ts';
import type { Host } from '../host.ts';

/** A plan that was written, and the document that it makes. */
export interface Made {
  plan: WrittenPlan;
  /** All that the document prints; missing where none can be made. */
  printed?: string;
  /** What checking finds in the text. */
  problems: readonly Problem[];
}

/** Makes the document of a plan, as `gen` would; rules that would be in its way are made warnings in the plan. */
export async function made(plan: WrittenPlan, file: string, host: Host): Promise<Made> {
  const wanted = {
    name: file,
    file,
    source: plan.text,
    template: undefined,
    cwd: host.cwd,
    despite: 'errors',
  } as const;
  const { draft, problems } = await prepared({ ...wanted, review: true }, () => ({ given: {} }));
  const found = draft ? [...problems, ...draft.found.filter((each) => !problems.includes(each))] : problems;
  const { inTheWay } = verdict(draft?.found ?? [], { name: file, force: false });
  const text = lowered(
    plan.text,
    inTheWay.map(({ code }) => code),
  );
  return {
    plan: { ...plan, text },
    problems: found,
    ...(draft && { printed: printedWords(draft.document.blocks) }),
  };
}
