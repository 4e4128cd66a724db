import { nested } from '../data/dotted.ts';
import { listed, own } from '../data/fed-back.ts';
import type { Value } from '../data/table.ts';
import type { FailedRow } from './report.ts';

/** A line of the table of failed rows, which can be corrected and given to --data again. */
export function failedLine(columns: readonly string[], failed: FailedRow, values: readonly Value[]): string {
  const cells = columns.flatMap((column, index) => (column === '' ? [] : [values[index] ?? '']));
  return line([String(failed.row), reasonOf(failed), ...cells]);
}

/** The same as a record, for tables whose rows have lists of records, which nobody could correct in a cell. */
export function failedRecord(
  columns: readonly string[],
  failed: FailedRow,
  values: readonly Value[],
): string {
  const record = {
    [own.row]: String(failed.row),
    [own.reason]: reasonOf(failed),
    ...nested(columns, values),
  };
  return JSON.stringify(record, undefined, 2);
}

function reasonOf({ faults }: FailedRow): string {
  return faults.map(({ column, message }) => (column ? `“${column}”：${message}` : message)).join(' ');
}

/** Columns without a name have nothing in them, and are left out. */
export function failedHead(columns: readonly string[]): string {
  return line([own.row, own.reason, ...columns.filter(Boolean)]);
}

function line(cells: readonly Value[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: Value): string {
  const text = listed(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
