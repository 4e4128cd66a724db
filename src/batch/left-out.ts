import type { Row, Table } from '../data/table.ts';

/** Rows that are named; there may be as many as the table has. */
const most = 20;

/** Keeps what was left out of a table, to be told once. */
export class LeftOut {
  readonly #kinds = new Map<string, { rows: number[]; count: number }>();
  /** Columns that have no name, though some rows have something in them. */
  readonly #unnamed = new Set<string>();
  #last = 0;

  /** The rows come in the order of the table, and again when it is gone through again. */
  add({ number, aside, unnamed }: Row): void {
    if (number <= this.#last) return;
    this.#last = number;
    for (const letter of unnamed ?? []) this.#unnamed.add(letter);
    if (aside === undefined) return;
    const kind = this.#kinds.get(aside) ?? { rows: [], count: 0 };
    this.#kinds.set(aside, kind);
    if (++kind.count <= most) kind.rows.push(number);
  }

  get count(): number {
    return [...this.#kinds.values()].reduce((sum, { count }) => sum + count, 0);
  }

  /** What the rows are instead of data, with their numbers. */
  kinds(): [string, readonly number[]][] {
    return [...this.#kinds].map(([what, { rows }]) => [what, rows]);
  }

  /** A sentence for those that nobody sees, and one for what is no data. */
  notes(unit: string): string[] {
    const { 隐藏: hidden, ...others } = Object.fromEntries(this.#kinds);
    const what = (kind: { rows: number[]; count: number }) =>
      `第 ${kind.rows.join('、')}${kind.count > most ? ` 等 ${kind.count}` : ''} ${unit}`;
    const named = Object.entries(others).map(([name, kind]) => `${what(kind)}（${name}）`);
    const [first] = Object.values(others).flatMap(({ rows }) => rows);
    return [
      ...(named.length > 0
        ? [`不是数据、没有做的：${named.join('，')}；要做的，用 --rows ${first} 写出行号。`]
        : []),
      ...(this.#unnamed.size > 0
        ? [`没有列名的列没有读：${[...this.#unnamed].slice(0, most).join('、')}；要用就补上列名。`]
        : []),
      ...(hidden ? [`隐藏的、筛选掉的没有做：${what(hidden)}；要做就加 --include-hidden。`] : []),
    ];
  }
}

/** Sentences on the columns of a sheet that aren't read; `way` says how those are read that nobody sees. */
export function unreadNotes({ sheet, alike, hidden, beside }: Table, way = ''): string[] {
  return [
    ...(alike
      ? [
          `只做了工作表“${sheet}”，列名一样的还有${alike.map((each) => `“${each}”`).join('')}；要做就${way === '' ? '另选工作表' : `加 --sheet ${alike[0]}`}。`,
        ]
      : []),
    ...(hidden ? [`隐藏的列没有读：${hidden.join('、')}${way}。`] : []),
    ...(beside
      ? [
          `隔着空列的像是旁边另一张表，没有读：${beside.join('、')}；要用就移到另一张工作表，或去掉中间的空列。`,
        ]
      : []),
  ];
}
