import { grouped } from '../text/groups.ts';
import { largest } from '../text/long-lists.ts';
import type { Beneath } from './table.ts';

/** Cells that are one on the sheet: columns and rows, from the first to the last. */
export interface Merge {
  column: number;
  lastColumn: number;
  first: number;
  last: number;
}

type Beneaths = (Beneath | undefined)[];

/** Fills merged cells downwards, row after row. */
export class Merging {
  readonly #byFirst: ReadonlyMap<number, readonly Merge[]>;
  /** The merges that reach into the row at hand, by their columns. */
  readonly #open = new Map<number, { last: number; text: string; beneath: Beneath }>();

  constructor(merges: readonly Merge[]) {
    this.#byFirst = grouped(merges, ({ first }) => first);
  }

  /** Fills the cells of a row; what is beneath a merged cell is the very same in all its rows. */
  fill(row: number, cells: string[], beneath: Beneaths): void {
    for (const [column, open] of this.#open) {
      if (open.last < row) this.#open.delete(column);
      else {
        put(cells, column, open.text);
        beneath[column] = open.beneath;
      }
    }
    for (const { column, first, last } of this.#byFirst.get(row) ?? []) {
      const text = cells[column] ?? '';
      if (last === first) continue;
      if (text === '') this.#open.delete(column);
      else {
        beneath[column] ??= {};
        this.#open.set(column, { last, text, beneath: beneath[column] });
      }
    }
  }

  /** How many columns the widest merge has that begins in a row, and how many such merges reach over several. */
  wide(row: number): { span: number; groups: number } {
    const widths = (this.#byFirst.get(row) ?? []).map(({ column, lastColumn }) => lastColumn - column + 1);
    return { span: largest(widths, 1), groups: widths.filter((width) => width > 1).length };
  }
}

/** Puts a text into a row of cells; the cells before it are blank. */
export function put(cells: string[], column: number, text: string): void {
  while (cells.length < column) cells.push('');
  cells[column] = text;
}
