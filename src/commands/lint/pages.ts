import { mayFillFirstPage, mayLieAcross } from '../../plan/crowded.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Host } from '../host.ts';

/** What `gen` would stop at before it fills a text; few plans have conditions. */
export async function foundInTexts(plan: Plan | undefined, source: string): Promise<readonly Problem[]> {
  if (plan === undefined || !/\{\{(?![一-龥]+(?:\.[一-龥]+)?\}\})/.test(source)) return [];
  const { misspelled } = await import('../../template/spelling.ts');
  return misspelled(plan);
}

/** What only the pages tell; few plans could have it, and only for these a document is set. */
export async function foundOnPages(
  plan: Plan | undefined,
  file: string,
  { cwd }: Host,
): Promise<readonly Problem[]> {
  if (plan === undefined || !(mayFillFirstPage(plan) || mayLieAcross(plan))) return [];
  const { onPages } = await import('../../engine/on-pages.ts');
  const { around } = await import('../../draft/prepared.ts');
  return onPages(plan, around({ file, template: undefined, cwd }));
}
