import path from 'node:path';
import { chosen, conditionsOf } from '../../batch/chosen.ts';
import { table } from '../../data/index.ts';
import type { Row, Value } from '../../data/table.ts';
import { UserError } from '../../errors.ts';
import { source } from '../../io/source.ts';
import { largest } from '../../text/long-lists.ts';
import type { Host } from '../host.ts';
import type { PullOptions } from './options.ts';

/** The row of a table that a document was made of. */
export interface DocumentRow {
  columns: readonly string[];
  values: readonly Value[];
  /** 各村.xlsx 第 3 行 */
  shown: string;
}

/** That of --where, or the one whose first value is in the file's name; nothing where no table is given. */
export async function rowOf(
  document: string,
  { data, sheet, where }: PullOptions,
  host: Host,
): Promise<DocumentRow | undefined> {
  if (data === undefined) {
    if (Object.keys(where).length > 0) throw new UserError('--where 是表里的行：还要加上 --data 各村.xlsx。');
    return undefined;
  }
  const read = await table(await source(data, host.cwd, host.stdin), sheet);
  const conditions = conditionsOf(where, read.columns);
  const stem = path.basename(document).replace(/\.\w+$/, '');
  const rows: Row[] = [];
  for await (const row of chosen(read, { where: conditions })()) {
    const [first = ''] = row.values;
    if (conditions.length > 0 || (typeof first === 'string' && first !== '' && stem.includes(first)))
      rows.push(row);
  }
  const { values, number } = only(rows, { document, data, conditions: conditions.length });
  return { columns: read.columns, values, shown: `${data} 第 ${number} ${read.unit}` };
}

function only(
  rows: readonly Row[],
  { document, data, conditions }: { document: string; data: string; conditions: number },
): Row {
  const best = conditions > 0 ? rows : longest(rows);
  const [row] = best;
  if (row !== undefined && best.length === 1) return row;
  const found = row === undefined ? '没有' : `有 ${best.length} 行`;
  throw new UserError(
    conditions > 0
      ? `${data} 里${found}符合 --where 的行，要正好一行。`
      : `${data} 里${found}第一列的值在文件名 ${document} 里的行；用 --where 列=值 指明是哪一行。`,
  );
}

/** 柳溪新村 is in a name that has 柳溪新村, and so is 柳溪. */
function longest(rows: readonly Row[]): Row[] {
  const length = ({ values: [first = ''] }: Row) => String(first).length;
  const most = largest(rows.map(length));
  return rows.filter((row) => length(row) === most);
}
