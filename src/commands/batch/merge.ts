import path from 'node:path';
import { mergedReports, reportIn, reportText } from '../../batch/report.ts';
import { UserError } from '../../errors.ts';
import { admit, deliver } from '../../io/door.ts';
import { readText } from '../../io/files.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import type { BatchOptions } from './options.ts';
import { outputsOf } from './outputs.ts';
import { summary } from './summary.ts';

/** `pingan batch --merge`: the reports of all shards as one. */
export function batchMerge(files: readonly string[], options: BatchOptions, host: Host): boolean {
  const { report: output } = outputsOf(options, host);
  const reports = files.map((name) => {
    const report = reportIn(readText(path.resolve(host.cwd, name)));
    if (report === undefined) throw new UserError(`${name} 不是 pingan batch --report 写的报告。`);
    return { name, report };
  });
  if (output) admit(output);
  const merged = mergedReports(reports);
  if (typeof merged === 'string') throw new UserError(merged);
  const text = reportText(merged);
  if (output) deliver(output, Buffer.from(text));
  else host.out(text);
  return summary(merged, '行', new Terminal(host));
}
