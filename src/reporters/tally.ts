import { type Problem, type Severity, severityNames } from '../schema/problem.ts';
import type { Report } from './reporter.ts';

export type Tally = Readonly<Record<Severity, number>>;

export function tally(problems: readonly Pick<Problem, 'severity'>[]): Tally {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}

/** All problems of a report, file by file. */
export function problemsOf({ files }: Report): Problem[] {
  return files.flatMap(({ problems }) => problems);
}

/** How many `--fix` mends. */
export function fixable(problems: readonly Problem[]): number {
  return problems.filter(({ fix }) => fix?.safe).length;
}

/** “2 处错误，1 处警告，0 处提示”. */
export function inWords(counts: Tally): string {
  return Object.entries(severityNames)
    .map(([severity, name]) => `${counts[severity as Severity]} 处${name}`)
    .join('，');
}

/** How many problems the baseline hides, as a sentence; empty where it hides none. */
export function hidden({ hiddenByBaseline = 0 }: Report): string {
  return hiddenByBaseline > 0 ? `另有 ${hiddenByBaseline} 处存量问题记在基线里，没有列出。` : '';
}
