import type { Entry, Span } from './node.ts';

/** 必错, 疑似, 提示. */
export type Severity = 'error' | 'warning' | 'info';

/** What severities are called, the worst first. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
};

/** A change of a file: `text` takes the place of the span. */
export interface Edit extends Span {
  text: string;
}

/** How a problem can be mended by the program. */
export interface Fix {
  edits: readonly Edit[];
  /** Whether it can be made without asking anyone. */
  safe: boolean;
  /** The edits are about the notation itself; otherwise their texts are values, to be quoted as their place demands. */
  notation?: true;
}

/** Another place that a problem is about. */
export interface Related extends Span {
  message: string;
}

/** Something wrong in a person's file: collected, sorted and shown, never thrown. */
export interface Problem extends Span {
  severity: Severity;
  /** The rule: `plan/unknown-key`. Words, not numbers. */
  code: string;
  /** One Chinese sentence on what is wrong. */
  message: string;
  /** What to do about it, in Chinese. */
  advice?: string;
  fix?: Fix;
  related?: readonly Related[];
  /** The variable without a value that it is about. */
  name?: string;
  /** A key that isn't known at its place, with those that are; who knows the whole grammar may know where it belongs. */
  stray?: { entry: Entry; here: object };
}

export type Report = (problem: Problem) => void;

/** A change of the notation itself, such as a missing quote. */
export function mend(safe: boolean, ...edits: Edit[]): Fix {
  return { safe, edits, notation: true };
}

/** Reports an error at a place; the shorthand used by everything that reads. */
export function error(
  report: Report,
  code: string,
  { start, end }: Span,
  message: string,
  advice?: string,
  fix?: Fix,
): undefined {
  const more = { ...(advice !== undefined && { advice }), ...(fix && { fix }) };
  report({ severity: 'error', code, start, end, message, ...more });
}

/** In the order of the file, each once: a text that is printed in two places is filled twice. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const seen = new Map(
    problems.map((problem) => [`${problem.start} ${problem.code} ${problem.message}`, problem]),
  );
  return [...seen.values()].sort((a, b) => a.start - b.start);
}
