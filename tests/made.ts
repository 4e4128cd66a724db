import type { NumberedBlock } from '../src/document/block.ts';
import { templates } from '../src/io/templates.ts';
import { document } from '../src/pipeline.ts';
import { read } from '../src/plan/read.ts';
import { variablesFrom } from '../src/plan/variables.ts';
import type { Problem } from '../src/schema/problem.ts';
import { compose } from '../src/template/compose.ts';

/** The document of a plan, and what is said of it. */
export function documentOf(
  source: string,
  given: Readonly<Record<string, string>> = {},
): { blocks: readonly NumberedBlock[]; problems: Problem[] } {
  const { plan, problems } = read(source);
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  const composed = compose(templates('工作要点', '计划.yaml', undefined), plan.script);
  const all = [...problems];
  const { blocks } = document(plan, variablesFrom(given), composed, (problem) => void all.push(problem));
  return { blocks, problems: all };
}
