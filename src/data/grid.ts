import { aligned, columnNames, letters, trimmed } from './columns.ts';
import { DataError } from './data-error.ts';
import { meant, ownColumns } from './fed-back.ts';
import { headOf } from './head.ts';
import { looks } from './looks.ts';
import { columnsBeside, namesBeside } from './side-table.ts';
import type { GridRow, Table } from './table.ts';

/** Which columns nobody sees, as far as it is known by the first row; empty where all are wanted. */
interface View {
  unseen: ReadonlySet<number>;
  /** Takes rows that nobody sees. */
  all: boolean;
}

/** How many rows may stand above the names of the columns: titles, units, blank ones. */
const deepest = 20;

/** Makes a table of rows of cells; what stands among them and is no data is marked. */
export async function tableOf(
  rows: () => AsyncIterable<GridRow>,
  name: string,
  { unseen, all }: View = { unseen: new Set(), all: true },
): Promise<Table> {
  const isLeft = (column: number) => !all && unseen.has(column);
  const apart = new Set<number>();
  const seen = ({ cells, ...row }: GridRow): GridRow => ({
    ...row,
    cells:
      unseen.size + apart.size > 0
        ? cells.map((cell, index) => (isLeft(index) || apart.has(index) ? '' : cell))
        : cells,
  });
  const first: GridRow[] = [];
  const hidden: GridRow[] = [];
  for await (const row of rows()) {
    if (!row.cells.some(isFilled) || (row.unseen && !all)) continue;
    first.push(seen(row));
    hidden.push(row);
    if (first.length >= deepest) break;
  }
  for (const column of columnsBeside(first, isLeft)) apart.add(column);
  const head = headOf(first.map(seen));
  if (head === undefined) throw new DataError(`${name} 是空的；第一行写各列的名称，下面一行是一个村。`);
  const [top] = head.rows;
  const last = head.rows.at(-1)?.number ?? 0;
  const own = ownColumns(head.names);
  const isFedBack = own.size > 0;
  // Blank rather than left out, so that the others keep their letters.
  const withoutOwn = (cells: readonly string[]) =>
    isFedBack ? cells.map((cell, index) => (own.has(index) ? '' : cell)) : cells;
  const { columns: names, namesakes } = columnNames(
    isFedBack ? withoutOwn(head.names).map((cell) => String(meant(cell))) : head.names,
    name,
    top?.number ?? 1,
  );
  const dropped = hidden
    .filter(({ number }) => number === last)
    .flatMap(({ cells }) =>
      cells.flatMap((cell, index) =>
        isLeft(index) && isFilled(cell) ? [trimmed(cell) || letters(index)] : [],
      ),
    );
  const beside = namesBeside(hidden, apart);
  const look = looks(head, names);
  return {
    columns: names,
    namesakes,
    ...(dropped.length > 0 && { hidden: dropped }),
    ...(beside.length > 0 && { beside }),
    ...(isFedBack && { isFedBack }),
    unit: '行',
    async *rows() {
      const looked = look();
      for await (const row of rows()) {
        const { number, beneath, unseen: isUnseen } = row;
        if (number <= last) continue;
        const cells = (unseen.size + apart.size > 0 ? seen(row) : row).cells.map(trimmed);
        if (!cells.some(Boolean)) continue;
        const aside = isUnseen && !all ? '隐藏' : isFedBack ? undefined : looked.of(row, cells);
        const texts =
          aside === undefined
            ? aligned(withoutOwn(cells), names, name, number)
            : names.map((_, index) => cells[index] ?? '');
        const values = isFedBack ? texts.map(meant) : texts;
        if (beneath === undefined && aside === undefined) yield { number, values };
        else yield { number, values, ...(beneath && { beneath }), ...(aside !== undefined && { aside }) };
      }
      looked.conclude();
    },
  };
}

function isFilled(cell: string): boolean {
  return trimmed(cell) !== '';
}
