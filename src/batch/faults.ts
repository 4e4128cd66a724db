import type { Value } from '../data/table.ts';
import type { Problem } from '../schema/problem.ts';
import type { Fault } from './outcome.ts';

/** What filling a plan found, told as faults of the row: each once, with the column that it is about. */
export function faultsOf(
  problems: readonly Problem[],
  columns: readonly string[],
  values: readonly Value[],
): Fault[] {
  const faults = new Map<string, Fault>();
  for (const { message, name } of problems) {
    const index = columns.findIndex(
      (column) => column === name || (name !== undefined && column.endsWith(`.${name}`)),
    );
    const column = columns[index];
    const value = values[index];
    faults.set(
      message,
      column === undefined
        ? { message }
        : {
            column,
            value: typeof value === 'string' ? value : JSON.stringify(value),
            message: '这一格是空的，计划里却要印出来。',
            advice: `在“${column}”列填上，或在计划里用 {{#if ${column}}}…{{/if}} 包起来。`,
          },
    );
  }
  return [...faults.values()];
}
