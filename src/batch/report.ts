import type { Fault } from './outcome.ts';

export interface FailedRow {
  row: number;
  name?: string;
  faults: readonly Fault[];
}

/** What a run has done, for programs; docs/batch.md describes it. */
export interface BatchReport {
  version: 1;
  plan: string;
  data: string;
  /** Which part of the table, from 1; missing where the run took all of it. */
  shards?: readonly { shard: number; of: number }[];
  /** Rows. */
  total: number;
  made: number;
  unchanged: number;
  failed: readonly FailedRow[];
  /** Files that a person has edited and that were left as they are. */
  kept: readonly string[];
  /** Whether all rows were come to. */
  finished: boolean;
}

/** One report of the reports of all shards, or why they don't belong together. */
export function mergedReports(
  reports: readonly { name: string; report: BatchReport }[],
): BatchReport | string {
  const [first] = reports;
  if (!first) return '没有给报告。';
  const seen = new Map<string, string>();
  for (const { name, report } of reports) {
    if (report.plan !== first.report.plan || report.data !== first.report.data)
      return `${name} 和 ${first.name} 不是同一个计划、同一张表的报告。`;
    for (const { shard, of } of report.shards ?? [{ shard: 1, of: 1 }]) {
      const before = seen.get(`${shard}/${of}`);
      if (before !== undefined) return `${name} 和 ${before} 都是第${shard}份（共${of}份）的报告。`;
      seen.set(`${shard}/${of}`, name);
    }
  }
  const shards = reports.flatMap(({ report }) => report.shards ?? []).sort((a, b) => a.shard - b.shard);
  const counts = new Set(shards.map(({ of }) => of));
  if (counts.size > 1) return `这些报告的份数不一样（${[...counts].join('、')}），不是同一次生成的。`;
  const [of = 1] = counts;
  const missing = Array.from({ length: of }, (_, index) => index + 1).filter(
    (shard) => of > 1 && !shards.some((each) => each.shard === shard),
  );
  if (missing.length > 0) return `还缺第${missing.join('、')}份（共${of}份）的报告。`;
  const sum = (count: 'total' | 'made' | 'unchanged') =>
    reports.reduce((total, { report }) => total + report[count], 0);
  return {
    version: 1,
    plan: first.report.plan,
    data: first.report.data,
    total: sum('total'),
    made: sum('made'),
    unchanged: sum('unchanged'),
    failed: reports.flatMap(({ report }) => report.failed).sort((a, b) => a.row - b.row),
    kept: reports.flatMap(({ report }) => report.kept).sort(),
    finished: reports.every(({ report }) => report.finished),
  };
}

/** A report as it was written, or undefined for any other text. */
export function reportIn(text: string): BatchReport | undefined {
  try {
    const report = JSON.parse(text) as BatchReport;
    const isReport =
      report.version === 1 &&
      Array.isArray(report.failed) &&
      Array.isArray(report.kept) &&
      typeof report.plan === 'string' &&
      typeof report.finished === 'boolean';
    return isReport ? report : undefined;
  } catch {
    return undefined;
  }
}

export function reportText(report: BatchReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
