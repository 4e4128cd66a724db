import type { BatchReport, FailedRow } from '../../batch/report.ts';
import { gather } from '../../text/groups.ts';
import type { Terminal } from '../../ui/terminal.ts';

/** Reasons and rows that are named; the report has them all. */
const most = 10;

/** Says how a run went; false where a row has no document. */
export function summary(report: BatchReport, unit: string, terminal: Terminal): boolean {
  const { total, made, unchanged, failed, kept, finished } = report;
  for (const [reason, rows] of [...byReason(failed)].slice(0, most)) {
    const numbers = rows.slice(0, most).map(({ row }) => `${row}`);
    const more = rows.length > most ? ` 等 ${rows.length} ${unit}` : '';
    terminal.failed(`第 ${numbers.join('、')} ${unit}${more}：${reason}`);
  }
  const reasons = byReason(failed).size;
  if (reasons > most) terminal.note(`另外还有 ${reasons - most} 种问题，见报告。`);
  for (const file of kept.slice(0, most))
    terminal.note(`保留 ${file}：生成以后有人改过（要覆盖就加 --force）。`);
  if (kept.length > most) terminal.note(`另外还保留了 ${kept.length - most} 个改过的文件。`);
  const parts = [
    `共 ${total} ${unit}`,
    `生成 ${made}`,
    ...(unchanged > 0 ? [`没有变 ${unchanged}`] : []),
    ...(kept.length > 0 ? [`保留 ${kept.length} 个文件`] : []),
    ...(failed.length > 0 ? [`失败 ${failed.length}`] : []),
  ];
  const text = `${parts.join('，')}。`;
  if (failed.length > 0 || !finished) terminal.failed(text);
  else terminal.done(text);
  return failed.length === 0 && finished;
}

function byReason(failed: readonly FailedRow[]): Map<string, FailedRow[]> {
  const reasons = new Map<string, FailedRow[]>();
  for (const row of failed)
    for (const { column, value, message, advice = '' } of row.faults) {
      const about = column === undefined ? '' : `“${column}”列${value ? `“${value}”` : ''}：`;
      gather(reasons, `${about}${message}${advice}`, row);
    }
  return reasons;
}
