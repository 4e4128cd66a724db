import type { Plan } from '../plan/plan.ts';
import { textsOf } from '../plan/texts.ts';
import { inOrder, type Problem } from '../schema/problem.ts';
import { spell } from './fill.ts';

/** Conditions and braces that can't be read, in all texts of a plan; what their names stand for, only a table may know. */
export function misspelled(plan: Plan): Problem[] {
  const found: Problem[] = [];
  for (const { text, place } of textsOf(plan))
    if (place.role !== 'variable' && place.role !== 'setting' && text.text.includes('{{'))
      spell(text, (problem) => void found.push(problem));
  return inOrder(found);
}
