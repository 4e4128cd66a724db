import type { Value } from '../data/table.ts';
import type { FailedRow } from './report.ts';

/** Columns put in front of the others; a table that has them already is one that was fed back. */
export const added = { row: '原行号', reason: '未生成原因' };

/** A line of the table of failed rows, which can be corrected and given to --data again. */
export function failedLine(columns: readonly string[], failed: FailedRow, values: readonly Value[]): string {
  const reason = failed.faults.map(({ column, message }) => (column ? `“${column}”：${message}` : message));
  const cells = columns.map((_, index) => {
    const value = values[index] ?? '';
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
  return line([String(failed.row), reason.join(' '), ...cells]);
}

export function failedHead(columns: readonly string[]): string {
  return line([added.row, added.reason, ...columns]);
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front, as one types it by hand. */
function cell(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?%?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
