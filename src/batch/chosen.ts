import type { Row, Table } from '../data/table.ts';
import { UserError } from '../errors.ts';

/** Rows that are chosen by their numbers; one that stands by itself is made whatever it looks like. */
export interface Picked {
  ranges: readonly { first: number; last: number }[];
  single: ReadonlySet<number>;
}

/** What is wanted of a table. */
interface Choice {
  where: readonly { column: number; value: string }[];
  picked?: Picked;
}

/** Reads 2-31,40. */
export function pickedFrom(text: string): Picked {
  const ranges: { first: number; last: number }[] = [];
  const single = new Set<number>();
  for (const part of text.normalize('NFKC').replace(/\s/g, '').split(/[,、]/)) {
    const [, from = '', to] = /^(\d+)(?:[-–—~至](\d+))?$/.exec(part) ?? [];
    if (from === '' || Number(to ?? from) < Number(from))
      throw new UserError('--rows 写成行号，如 --rows 2-31,40；行号是表里左边的那个。');
    if (to === undefined) single.add(Number(from));
    else ranges.push({ first: Number(from), last: Number(to) });
  }
  return { ranges, single };
}

/** What --where asks of the columns of a table. */
export function conditionsOf(
  where: Readonly<Record<string, string>>,
  columns: readonly string[],
): Choice['where'] {
  return Object.entries(where).map(([name, value]) => {
    const column = columns.indexOf(name);
    if (column < 0)
      throw new UserError(`--where：表里没有“${name}”列；有：${columns.filter(Boolean).join('、')}。`);
    return { column, value };
  });
}

/** The rows of the table that are wanted; what is left out as no data, or as unseen, is told. */
export function chosen(
  table: Table,
  { where, picked }: Choice,
  leftOut: (row: Row) => void = () => {},
): () => AsyncIterable<Row> {
  const isPicked = ({ number }: Row) =>
    picked === undefined ||
    picked.single.has(number) ||
    picked.ranges.some(({ first, last }) => number >= first && number <= last);
  return async function* () {
    for await (const row of table.rows()) {
      if (!isPicked(row) || !where.every(({ column, value }) => row.values[column] === value)) continue;
      const isWanted = row.aside === undefined || picked?.single.has(row.number);
      if (!isWanted || row.unnamed) leftOut(row);
      if (isWanted) yield row;
    }
  };
}
