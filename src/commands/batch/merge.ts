import path from 'node:path';
import { type BatchReport, mergedReports } from '../../batch/report.ts';
import { UserError } from '../../errors.ts';
import { readText, write } from '../../io/files.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { summary } from './summary.ts';

/** `pingan batch --merge`: the reports of all shards as one. */
export function batchMerge(files: readonly string[], to: string | undefined, host: Host): boolean {
  const merged = mergedReports(
    files.map((name) => ({ name, report: parsed(readText(path.resolve(host.cwd, name)), name) })),
  );
  if (typeof merged === 'string') throw new UserError(merged);
  const text = `${JSON.stringify(merged, null, 2)}\n`;
  if (to === undefined) host.out(text);
  else write(path.resolve(host.cwd, to), Buffer.from(text));
  return summary(merged, '行', new Terminal(host.say, host.colour));
}

function parsed(text: string, name: string): BatchReport {
  try {
    const report = JSON.parse(text) as BatchReport;
    if (report.version === 1 && Array.isArray(report.failed)) return report;
  } catch {
    // Told below.
  }
  throw new UserError(`${name} 不是 pingan batch --report 写的报告。`);
}
