import { mayFillFirstPage, mayLieAcross } from '../../plan/crowded.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Problem } from '../../schema/problem.ts';
import type { Host } from '../host.ts';

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
