import { check } from '../configuration/check.ts';
import { configure } from '../configuration/configure.ts';
import type { Document } from '../document/document.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reading } from '../plan/read.ts';
import { commented } from '../review/commented.ts';
import { marked } from '../review/mark.ts';
import { TemplateError } from '../template/compose.ts';
import type { Host } from './host.ts';

interface Place {
  /** The plan's file, for settings that hold for some files only. */
  file: string;
  host: Host;
}

/** A document with everything that is wrong with its plan as comments; `make` makes the document of a changed plan. */
export async function reviewed(
  document: Document,
  plan: Plan,
  reading: Reading,
  source: string,
  make: (plan: Plan) => Document,
  { file, host }: Place,
): Promise<Document> {
  const configuration = await configure(undefined, host.cwd);
  const found = check(reading, source, { file, configuration });
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
