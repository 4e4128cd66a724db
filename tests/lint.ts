export { framed } from '../src/lint/framed.ts';

import { fixAll } from '../src/lint/fix.ts';
import { lint } from '../src/lint/lint.ts';
import type { Example } from '../src/lint/rule.ts';
import type { Settings } from '../src/lint/settings.ts';
import { Subject } from '../src/lint/subject.ts';
import { alone } from '../src/lint/trial.ts';
import { read } from '../src/plan/read.ts';
import type { Problem } from '../src/schema/problem.ts';

export function problemsOf(source: string, settings: Settings, against?: string): Problem[] {
  const last = against === undefined ? undefined : read(against).plan;
  return lint(read(source), source, settings, { against: last && new Subject(last, against ?? '') });
}

export const fixed = (source: string, settings: Settings) =>
  fixAll(source, (text) => problemsOf(text, settings), true).source;

/** Only one rule looks, at its own level. */
export const only = (id: string, level: Problem['severity'], options?: Example['options']) =>
  alone({ id, level }, [], options);
