/** Cells that are one on the sheet: a column, and its rows from the first to the last. */
export interface Merge {
  column: number;
  first: number;
  last: number;
}

/** Fills merged cells downwards, row after row. */
export class Merging {
  readonly #byFirst = new Map<number, Merge[]>();
  /** The merges that reach into the row at hand, by their columns. */
  readonly #open = new Map<number, { last: number; text: string }>();

  constructor(merges: readonly Merge[]) {
    for (const merge of merges) {
      const others = this.#byFirst.get(merge.first);
      if (others) others.push(merge);
      else this.#byFirst.set(merge.first, [merge]);
    }
  }

  fill(row: number, cells: string[]): void {
    for (const [column, { last, text }] of this.#open) {
      if (last < row) this.#open.delete(column);
      else put(cells, column, text);
    }
    for (const { column, last } of this.#byFirst.get(row) ?? []) {
      const text = cells[column] ?? '';
      if (text === '') this.#open.delete(column);
      else this.#open.set(column, { last, text });
    }
  }
}

/** Puts a text into a row of cells; the cells before it are blank. */
export function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = text;
}
