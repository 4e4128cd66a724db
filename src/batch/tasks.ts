import type { Row } from '../data/table.ts';
import type { Cells } from './cells.ts';
import type { FileNames } from './file-names.ts';
import type { Fault, Outcome, Task } from './outcome.ts';
import type { Sums } from './sums.ts';
import { folded, type Survey } from './survey.ts';

export interface Known extends Pick<Survey, 'collisions'> {
  names: FileNames;
  sums: Sums;
  cells: Cells;
}

/** Who is told of the rows that can't be tasks, and of those whose names had to be changed. */
interface Told {
  failed(outcome: Outcome): void;
  renamed(row: number): void;
}

/** Rows as tasks. */
export async function* tasks(
  rows: AsyncIterable<Row>,
  { names, sums, cells, collisions }: Known,
  told: Told,
): AsyncIterable<Task> {
  for await (const written of rows) {
    const row = cells.settled(written);
    const faults = cells.faults(row);
    if (faults.length > 0) {
      told.failed({ state: 'failed', row: row.number, faults });
      continue;
    }
    const named = names.of(row.values);
    if ('fault' in named) {
      told.failed(failed(row.number, { message: named.fault }));
      continue;
    }
    const others = collisions.get(folded(named.name));
    if (others) {
      told.failed(failed(row.number, sameName(named.name, others), named.name));
      continue;
    }
    if (named.changed) told.renamed(row.number);
    yield { row: row.number, values: [...row.values, ...sums.of(row)], name: named.name };
  }
}

function failed(row: number, fault: Fault, name?: string): Outcome {
  return { state: 'failed', row, ...(name !== undefined && { name }), faults: [fault] };
}

function sameName(name: string, rows: readonly number[]): Fault {
  const some = rows.slice(0, 5).join('、');
  const all = rows.length > 5 ? `${some} … 共 ${rows.length} 行` : `${some} 行`;
  return {
    message: `文件名都是“${name}”（第 ${all}）。`,
    advice:
      '在 --name 里加上能区分它们的列，如 {{镇}}/{{村名}}；一个村占几行、要做成一份的，加 --group 村名。',
  };
}
