import type { Problem, Severity } from '../schema/problem.ts';
import type { Look } from './look.ts';
import { Positions } from './positions.ts';

const severities: Readonly<Record<Severity, number>> = { error: 1, warning: 2, info: 3 };

/** The findings of a text as editors show them. */
export function findings({ text: { uri, source }, problems }: Look): object[] {
  const positions = new Positions(source);
  return problems.map((problem) => ({
    range: positions.range(problem),
    severity: severities[problem.severity],
    source: 'pingan',
    code: problem.code,
    message: saidOf(problem),
    ...(problem.related && {
      relatedInformation: problem.related.map((other) => ({
        location: { uri, range: positions.range(other) },
        message: other.message,
      })),
    }),
  }));
}

function saidOf({ message, advice }: Problem): string {
  return advice === undefined ? message : `${message}\n${advice}`;
}
