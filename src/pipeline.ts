import type { NumberedBlock } from './document/block.ts';
import { number, type NumberingStyle } from './document/number.ts';
import { MarkupError, parse } from './markup/parse.ts';
import { standardLevels } from './plan/numbering.ts';
import type { Plan } from './plan/plan.ts';
import type { Variables } from './plan/variables.ts';
import type { Report } from './schema/problem.ts';
import { type Compose, TemplateError } from './template/compose.ts';
import { view } from './template/view.ts';

/**
 * The story of a document: fill the plan's variables, compose it through its template, read the markup,
 * number it. No terminal, no disk, no clock; the formats take it from here.
 */
export function document(plan: Plan, given: Variables, compose: Compose, report: Report): NumberedBlock[] {
  const filled = view(plan, given, report);
  return number(blocks(compose(filled)), numberingStyle(plan));
}

function blocks(markup: string) {
  try {
    return parse(markup);
  } catch (thrown) {
    if (thrown instanceof MarkupError) throw new TemplateError(`模板写得不对：${thrown.message}`);
    throw thrown;
  }
}

function numberingStyle({ numbering }: Plan): NumberingStyle {
  return {
    levels: numbering?.levels ?? standardLevels,
    continuous: new Set(numbering?.continuous),
    runIn: new Set(numbering?.runIn),
  };
}
