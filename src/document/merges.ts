import { type Inline, type Join, type NumberedBlock, plain, type Table } from './block.ts';

/** A cell of the printed table. One that only goes on a cell of a row above has no `down`. */
export interface Cell {
  text: Inline[];
  column: number;
  across: number;
  down: number;
}

/** The rows of a table, its head first, with the cells that belong together made one. */
export function printedRows(table: Table): Cell[][] {
  const rows = [table.columns, ...table.rows];
  if (table.joins === undefined && table.alike === undefined)
    return rows.map((row) => row.map((text, column) => ({ text, column, across: 1, down: 1 })));
  const heads = owners(table, rows);
  return rows.map((row, index) =>
    row.flatMap((_, column): Cell[] => {
      const head = heads[index]?.[column] as Place;
      if (head.column !== column) return [];
      const across = heads[index]?.filter((each) => same(each, head)).length ?? 1;
      const down = heads.filter((each) => each[column] && same(each[column], head)).length;
      return [{ text: rows[head.row]?.[column] ?? [], column, across, down: head.row === index ? down : 0 }];
    }),
  );
}

/** Whether what the cells say decides which of them are one. */
export function isJoinedByWords(block: NumberedBlock): boolean {
  return block.kind === 'table' && block.alike !== undefined;
}

interface Place {
  row: number;
  column: number;
}

const same = (one: Place, other: Place): boolean => one.row === other.row && one.column === other.column;

/** For every cell the upper left one of those that it is one with. */
function owners({ joins = [], alike = [], headRows }: Table, rows: Inline[][][]): Place[][] {
  const found: Place[][] = [];
  const isHead = (row: number) => row <= headRows;
  /** Columns count as alike only within the cells that are one in the columns to their left. */
  const isAlike = (row: number, column: number) =>
    alike.includes(column) &&
    !isHead(row - 1) &&
    [joins[row]?.[column], joins[row - 1]?.[column]].every((join) => !join) &&
    plain(rows[row]?.[column] ?? []) !== '' &&
    plain(rows[row]?.[column] ?? []) === plain(rows[row - 1]?.[column] ?? []) &&
    alike.every(
      (other) =>
        other >= column || same(found[row]?.[other] as Place, (found[row - 1]?.[other] ?? {}) as Place),
    );
  for (const [row, cells] of rows.entries()) {
    const line: Place[] = [];
    found.push(line);
    for (const column of cells.keys()) {
      const join = joins[row]?.[column];
      const above = isHead(row) === isHead(row - 1) ? found[row - 1]?.[column] : undefined;
      const neighbour =
        join === '<' ? line[column - 1] : join === '^' || isAlike(row, column) ? above : undefined;
      line.push(neighbour ?? { row, column });
    }
  }
  return found;
}

/** The first cell that has no neighbour to be one with, or that makes a shape which isn't a rectangle. */
export function misjoined(joins: readonly (readonly Join[])[], headRows: number): Place | undefined {
  const blank = joins.map((row) => row.map(() => []));
  const [columns = [], ...rows] = blank;
  const heads = owners({ kind: 'table', columns, rows, headRows, wide: false, joins }, blank);
  for (const [row, line] of joins.entries())
    for (const [column, join] of line.entries()) {
      if (join === '') continue;
      const head = heads[row]?.[column] as Place;
      if (same(head, { row, column }) || !isRectangle(heads, head)) return { row, column };
    }
  return undefined;
}

function isRectangle(heads: readonly (readonly Place[])[], head: Place): boolean {
  const reach = heads.map((line) => line.filter((place) => same(place, head)).length);
  const corner = heads[head.row]?.map((place) => same(place, head)) ?? [];
  return heads.every(
    (line, row) => reach[row] === 0 || line.every((place, column) => same(place, head) === corner[column]),
  );
}
