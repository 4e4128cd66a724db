import type { Plan } from '../plan/plan.ts';
import type { Table } from '../plan/table-rows.ts';
import { isScalar, type Scalar } from '../schema/node.ts';

/** The cells of rows that are printed for each entry of a list, with its name. */
export function rowsOfLists(plan: Plan): Map<Scalar, string> {
  const lists = new Map<Scalar, string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || isScalar(value)) return;
    const { each, rows, spans } = value as Table;
    if (Array.isArray(each) && Array.isArray(rows))
      each.forEach((name, index) => {
        const { from, to } = spans?.[index] ?? { from: 0, to: rows.length };
        for (const cell of rows.slice(from, to).flat()) lists.set(cell, name.text.trim());
      });
    for (const inner of Object.values(value)) look(inner);
  };
  look({ ...plan, variables: undefined });
  return lists;
}
