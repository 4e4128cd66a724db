import type { Document } from '../../document/document.ts';
import type { Draft } from '../../draft/prepared.ts';
import type { Plan } from '../../plan/plan.ts';
import { commented } from '../../review/commented.ts';
import { marked } from '../../review/mark.ts';
import { TemplateError } from '../../template/compose.ts';

/** A document with everything that is wrong with its plan as comments; `make` makes the document of a changed plan. */
export function reviewed(
  { document, plan, found }: Draft,
  source: string,
  make: (plan: Plan) => Document,
): Document {
  return commented(document, withMarks(make, marked(plan, found)) ?? document, plan, found, source);
}

/** A template of one's own may compare words, and go another way when they are marked, into a mistake even. */
function withMarks(make: (plan: Plan) => Document, plan: Plan): Document | undefined {
  try {
    return make(plan);
  } catch (thrown) {
    if (thrown instanceof TemplateError) return undefined;
    throw thrown;
  }
}
