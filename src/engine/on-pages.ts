import { document } from '../pipeline.ts';
import type { Plan } from '../plan/plan.ts';
import type { Problem } from '../schema/problem.ts';
import { compose, TemplateError } from '../template/compose.ts';
import { templateOf } from '../template/kind.ts';
import { checkFirstPage } from './first-page.ts';
import { checkTables } from './tables-across.ts';
import type { World } from './world.ts';

/** What is wrong with the pages of a plan that nobody makes a document of; templates that can't be used say so elsewhere. */
export function onPages(plan: Plan, world: World): Problem[] {
  const problems: Problem[] = [];
  const ignored = () => {};
  try {
    const files = world.templates(templateOf(plan, world.kinds(), ignored));
    // Pictures are looked at when there are pages to print them on.
    const album = () => undefined;
    const { blocks } = document(plan, Object.create(null), compose(files, plan.script), ignored, { album });
    checkFirstPage(plan, blocks, (problem) => void problems.push(problem));
    checkTables(plan, blocks, (problem) => void problems.push(problem));
  } catch (thrown) {
    if (!(thrown instanceof TemplateError)) throw thrown;
  }
  return problems;
}
