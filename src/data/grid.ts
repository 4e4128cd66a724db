import { aligned, columnNames, letters, trimmed } from './columns.ts';
import { DataError } from './data-error.ts';
import { meant, ownColumns } from './fed-back.ts';
import { headOf } from './head.ts';
import { looks } from './looks.ts';
import { columnsBeside, namesBeside } from './side-table.ts';
import type { GridRow, Row, Table } from './table.ts';

/** Which columns nobody sees, as far as it is known by the first row; empty where all are wanted. */
interface View {
  unseen: ReadonlySet<number>;
  /** Takes rows that nobody sees. */
  all: boolean;
  /** Cells are parted by marks, which may stand within one by mistake. */
  isText?: boolean;
}

/** How many rows may stand above the names of the columns: titles, units, blank ones. */
const deepest = 20;

/** Makes a table of rows of cells; what stands among them and is no data is marked. */
export async function tableOf(
  rows: () => AsyncIterable<GridRow>,
  name: string,
  { unseen, all, isText }: View = { unseen: new Set(), all: true, isText: true },
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
  for await (const row of rows()) {
    if (!row.cells.some(isFilled) || (row.unseen && !all)) continue;
    first.push(row);
    if (first.length >= deepest) break;
  }
  for (const column of columnsBeside(first.map(seen), isLeft)) apart.add(column);
  // A name may reach from a column that nobody sees over others: 上半年 above 户数, hidden, and 人口.
  const found = headOf(first.map(({ cells, ...row }) => ({ ...row, cells: without(cells, apart) })));
  const head = found && { ...found, names: found.names.map((each, index) => (isLeft(index) ? '' : each)) };
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
  const dropped = (found?.names ?? []).flatMap((each, index) =>
    isLeft(index) && isFilled(each) ? [trimmed(each)] : [],
  );
  const beside = namesBeside(first, apart);
  const look = looks(
    head,
    names,
    first.map(seen).filter(({ number }) => number > last),
  );
  return {
    columns: names,
    namesakes,
    ...(dropped.length > 0 && { hidden: dropped }),
    ...(beside.length > 0 && { beside }),
    ...(isFedBack && { isFedBack }),
    unit: '行',
    async *rows() {
      const looked = look();
      for await (const row of looked.through(rows())) {
        const { number, beneath, unseen: isUnseen } = row;
        if (number <= last) continue;
        const cells = (unseen.size + apart.size > 0 ? seen(row) : row).cells.map(trimmed);
        if (!cells.some(Boolean)) continue;
        const aside = isUnseen && !all ? '隐藏' : isFedBack ? undefined : looked.of(row, cells);
        const { texts, unnamed } = aligned(withoutOwn(cells), names);
        const values = isFedBack ? texts.map(meant) : texts;
        if (beneath === undefined && aside === undefined && unnamed === undefined) yield { number, values };
        else
          yield {
            number,
            values,
            ...(beneath && { beneath }),
            ...(aside !== undefined && { aside }),
            ...(unnamed && aside === undefined && nameless(unnamed, cells, names, isText)),
          };
      }
      looked.conclude();
    },
  };
}

/** What stands beside a table is its author's business; in a text it may have pushed all others aside. */
function nameless(
  unnamed: readonly string[],
  cells: readonly string[],
  names: readonly string[],
  isText = false,
): Pick<Row, 'unnamed' | 'fault'> {
  const surplus = isText ? cells.findLastIndex(Boolean) : -1;
  if (surplus < names.length) return { unnamed };
  return {
    fault: {
      message: `${letters(surplus)}列：这一格“${cells[surplus]}”上面没有列名，各格可能错开了。`,
      advice: '看看这一行是不是有没加引号的逗号，或多了一个分隔符；要用这一列，补上列名。',
    },
  };
}

function without(cells: readonly string[], columns: ReadonlySet<number>): readonly string[] {
  return columns.size === 0 ? cells : cells.map((cell, index) => (columns.has(index) ? '' : cell));
}

function isFilled(cell: string): boolean {
  return trimmed(cell) !== '';
}
