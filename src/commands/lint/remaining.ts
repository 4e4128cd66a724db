import type { Changes } from '../../io/git.ts';
import type { FileReport } from '../../reporters/reporter.ts';
import { Lines } from '../../text/lines.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import type { BaselineFile } from './baseline-file.ts';
import type { LintOptions } from './options.ts';

/** What was found in a file; a baseline knows files from its own folder, hence the whole path. */
export interface Checked {
  report: FileReport;
  absolute: string;
}

interface About {
  options: LintOptions;
  baseline: BaselineFile | undefined;
  changes: Changes | undefined;
  host: Host;
  terminal: Terminal;
}

/** What is reported: new since the baseline, and on changed lines where only those are asked for. */
export async function remaining(
  reports: readonly Checked[],
  { options, baseline: stored, changes, host, terminal }: About,
): Promise<{ shown: FileReport[]; hidden: number }> {
  let hidden = 0;
  const writing = options.writeBaseline === true;
  const baseline = stored && new (await import('./baseline.ts')).Baseline(stored, host.cwd, !writing);
  if (baseline && writing) terminal.done(`已记入基线 ${baseline.write(reports)} 处`);
  const shown = reports.map(({ report, absolute }) => {
    const rest = baseline && !writing ? baseline.apart(report, absolute) : { report, hidden: 0 };
    hidden += writing ? report.problems.length : rest.hidden;
    return writing ? { ...report, problems: [] } : onChangedLines(rest.report, absolute, changes);
  });
  if (baseline && !writing) {
    if (options.pruneBaseline) baseline.prune();
    else if (baseline.stale > 0)
      terminal.hint(`基线里有 ${baseline.stale} 处已经改好，可以用 --prune-baseline 删去。`);
  }
  return { shown, hidden };
}

function onChangedLines(report: FileReport, absolute: string, changes: Changes | undefined): FileReport {
  if (changes === undefined) return report;
  const lines = new Lines(report.source);
  const problems = report.problems.filter(({ start, end }) =>
    changes.touches(absolute, lines.position(start).line, lines.position(Math.max(start, end - 1)).line),
  );
  return { ...report, problems };
}
