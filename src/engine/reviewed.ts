import type { Document } from '../document/document.ts';
import { document as documentOf } from '../pipeline.ts';
import { commented } from '../review/commented.ts';
import { marked } from '../review/mark.ts';
import { TemplateError } from '../template/compose.ts';
import type { Draft } from './drafted.ts';

/** What of a draft says where its findings are printed. */
export interface Found extends Pick<Draft, 'document' | 'plan' | 'found' | 'compose'> {
  trial: Pick<Draft['trial'], 'given'>;
}

/** The document of a draft with everything that is wrong with its plan as comments. */
export function reviewed(draft: Found, source: string): Document {
  const { document, plan, found } = draft;
  return commented(document, withMarks(draft) ?? document, plan, found, source);
}

/** A template of one's own may compare words, and go another way when they are marked, into a mistake even. */
function withMarks({ plan, found, trial, compose }: Found): Document | undefined {
  try {
    return documentOf(marked(plan, found), trial.given, compose, () => {});
  } catch (thrown) {
    if (thrown instanceof TemplateError) return undefined;
    throw thrown;
  }
}
