import { nested } from '../data/dotted.ts';
import type { Columns, Row, Table, Value } from '../data/table.ts';
import { UserError } from '../errors.ts';
import { gather } from '../text/groups.ts';
import { Cells } from './cells.ts';
import { unpadded } from './group.ts';
import { LeftOut } from './left-out.ts';

/** They are in memory all at once. */
const mostRows = 200_000;
/** Rows that are named. */
const most = 10;

interface Found {
  entries: Value;
  fault: { message: string; advice: string } | undefined;
}

/** The rows of another table, as lists of the rows of a first one that they belong to. */
export class ListTable {
  readonly name: string;
  readonly #table: Table;
  readonly #keys: readonly string[];
  readonly #leftOut = new LeftOut();
  #found = new Map<string, Found>();
  #rows: Row[] = [];
  readonly #met = new Set<string>();
  /** Rows of the first table that have none of it. */
  readonly #without: number[] = [];
  #last = 0;

  constructor(name: string, table: Table, keys: readonly string[]) {
    this.name = name;
    this.#table = table;
    this.#keys = keys;
  }

  get made(): Columns {
    return this.#table;
  }

  /** Reads all of it; columns that nothing asks for aren't judged. */
  async load(isUsed: (column: string) => boolean): Promise<void> {
    const { columns } = this.#table;
    const cells = new Cells(columns, (column) => isUsed(column) || this.#keys.includes(column));
    for await (const row of this.#table.rows()) {
      if (row.aside !== undefined) this.#leftOut.add(row);
      else if (this.#rows.push(row) > mostRows)
        throw new UserError(`“${this.name}”超过 ${mostRows} 行，不能当作各村的列表；分成几张。`);
      else cells.settled(row);
    }
    if (cells.conclude()) this.#rows = this.#rows.map((row) => cells.settled(row));
    const groups = new Map<string, Row[]>();
    for (const row of this.#rows) gather(groups, this.#keyOf(row, columns), row);
    for (const [key, rows] of groups) {
      const faults = rows.flatMap((row) => cells.faults(row).map((fault) => ({ ...fault, row: row.number })));
      const told = faults.map(
        ({ row, column, value, message }) =>
          `第 ${row} 行${column === undefined ? '' : `“${column}”列`}${value === undefined ? '' : `“${value}”`}：${message}`,
      );
      const fault = told.length > 0 ? { message: told.join(''), advice: faults[0]?.advice ?? '' } : undefined;
      this.#found.set(key, { entries: rows.map((row) => nested(columns, row.values)), fault });
    }
  }

  /** What belongs to a row of the first table. */
  of(row: Row, columns: readonly string[]): Found {
    const key = this.#keyOf(row, columns);
    const found = this.#found.get(key);
    if (found) this.#met.add(key);
    else if (row.aside === undefined && row.number > this.#last) this.#without.push(row.number);
    this.#last = Math.max(this.#last, row.number);
    return found ?? { entries: [], fault: undefined };
  }

  #keyOf({ values }: Row, columns: readonly string[]): string {
    return unpadded(JSON.stringify(this.#keys.map((key) => values[columns.indexOf(key)] ?? '')));
  }

  /** What was left out of it, and what belongs to no row of the first table. */
  notes(unit: string): string[] {
    const rows = (numbers: readonly number[]) =>
      `第 ${numbers.slice(0, most).join('、')}${numbers.length > most ? ` 等 ${numbers.length}` : ''} 行`;
    const lost = this.#rows.filter((row) => !this.#met.has(this.#keyOf(row, this.#table.columns)));
    const key = this.#keys.join('、');
    return [
      ...this.#leftOut
        .kinds()
        .map(([what, numbers]) => `“${this.name}”里不是数据、没有印的：${rows(numbers)}（${what}）。`),
      ...(lost.length > 0
        ? [
            `“${this.name}”里有 ${lost.length} 行，表里没有对得上的“${key}”，没有印：${rows(lost.map(({ number }) => number))}。`,
          ]
        : []),
      ...(this.#without.length > 0
        ? [`表里${rows(this.#without).replace(/行$/, unit)}，在“${this.name}”里一行也没有。`]
        : []),
    ];
  }
}

/** A table with a column for each list of what belongs to its rows. */
export function withLists(table: Table, lists: readonly ListTable[]): Table {
  if (lists.length === 0) return table;
  const { columns } = table;
  for (const { name } of lists)
    if (columns.includes(name))
      throw new UserError(`--list：表里已经有“${name}”列；给列表另起个名称：--list 名称=${name}。`);
  return {
    ...table,
    columns: [...columns, ...lists.map(({ name }) => name)],
    lists: new Map([...(table.lists ?? []), ...lists.map((each) => [each.name, each.made] as const)]),
    added: [...(table.added ?? []), ...lists.map(({ name }) => name)],
    async *rows() {
      for await (const row of table.rows()) {
        const found = lists.map((list) => list.of(row, columns));
        const values = [...row.values, ...found.map(({ entries }) => entries)];
        if (found.every(({ fault }) => fault === undefined)) yield { ...row, values };
        else {
          const beneath = [...(row.beneath ?? [])];
          found.forEach(({ fault }, index) => {
            if (fault) beneath[columns.length + index] = { fault };
          });
          yield { ...row, values, beneath };
        }
      }
    },
  };
}
