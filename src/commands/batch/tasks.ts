import type { Fault, Outcome, Task } from '../../batch/outcome.ts';
import { folded, type Survey } from '../../batch/survey.ts';
import type { Row } from '../../data/table.ts';
import type { Order } from './order.ts';

/** Rows as tasks; those that can't be are told to `fail`, and those whose names had to be changed to `renamed`. */
export async function* tasks(
  rows: AsyncIterable<Row>,
  { names, sums }: Order,
  { collisions }: Survey,
  fail: (outcome: Outcome) => void,
  renamed: (row: number) => void,
): AsyncIterable<Task> {
  for await (const row of rows) {
    const named = names.of(row.values);
    if ('fault' in named) {
      fail(failed(row.number, { message: named.fault }));
      continue;
    }
    const others = collisions.get(folded(named.name));
    if (others) {
      fail(failed(row.number, sameName(named.name, others), named.name));
      continue;
    }
    if (named.changed) renamed(row.number);
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
    advice: '在 --name 里加上能区分它们的列，如 {{镇}}/{{村名}}。',
  };
}
