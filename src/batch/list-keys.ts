import type { Table } from '../data/table.ts';
import { UserError } from '../errors.ts';

/** What two tables may have in common without belonging together by it. */
const everywhere = /^(?:序号?|编号|备注|说明|合计|小计)$/;

/** The columns by which two tables belong together: those that were named, or the only one that they share. */
export function keysOf(
  name: string,
  table: Table,
  other: Table,
  named: readonly string[],
): readonly string[] {
  for (const key of named)
    for (const [where, { columns }] of [
      ['表', table],
      [`“${name}”`, other],
    ] as const)
      if (!columns.includes(key))
        throw new UserError(`--list：${where}里没有“${key}”列；有：${columns.filter(Boolean).join('、')}。`);
  if (named.length > 0) return named;
  const shared = table.columns.filter(
    (column) => column !== '' && other.columns.includes(column) && !everywhere.test(column),
  );
  if (shared.length === 1) return shared;
  throw new UserError(
    shared.length === 0
      ? `--list：“${name}”和表里没有同名的列，不知道哪几行是哪个村的；两边都要有村名这样的一列。`
      : `--list：“${name}”和表里都有 ${shared.join('、')}，写明照哪几列对：--list ${name}:${shared.join(',')}。`,
  );
}
