import type { Span } from './node.ts';

type Severity = 'error' | 'warning';

/** Something wrong in a person's file: collected, sorted and shown, never thrown. */
export interface Problem extends Span {
  severity: Severity;
  /** Words, not numbers: `plan/unknown-key`. */
  code: string;
  /** One Chinese sentence on what is wrong. */
  message: string;
  /** What to do about it, in Chinese. */
  advice?: string;
}

export type Report = (problem: Problem) => void;

/** Reports an error at a place; the shorthand used by everything that reads. */
export function error(
  report: Report,
  code: string,
  { start, end }: Span,
  message: string,
  advice?: string,
): undefined {
  report({ severity: 'error', code, start, end, message, ...(advice === undefined ? {} : { advice }) });
}
