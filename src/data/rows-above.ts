import { isDigits, isSign, numberIn, running, town, village } from './row-words.ts';
import type { GridRow } from './table.ts';

/** What the rows of data so far hold, column by column. */
export class RowsAbove {
  /** How many there are, and how many since the last total. */
  rows = 0;
  #since = 0;
  /** What the numbers of each column come to: of all rows, and of those since the last total. */
  readonly #all: number[] = [];
  readonly #sinceTotal: number[] = [];
  /** How many of the rows have a number in a column, and how many a word. */
  readonly #numbers: number[] = [];
  readonly #words: number[] = [];
  readonly #names: readonly string[];
  /** The last of them. */
  #last: readonly string[] = [];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  add({ beneath }: GridRow, cells: readonly string[]): void {
    this.rows++;
    this.#last = cells;
    this.#since++;
    for (let index = 0; index < cells.length; index++) {
      const number = beneath?.[index]?.value ?? numberIn(cells[index] as string);
      if (number === undefined) {
        if (cells[index] !== '') this.#words[index] = (this.#words[index] ?? 0) + 1;
        continue;
      }
      this.#numbers[index] = (this.#numbers[index] ?? 0) + 1;
      this.#all[index] = (this.#all[index] ?? 0) + number;
      this.#sinceTotal[index] = (this.#sinceTotal[index] ?? 0) + number;
    }
  }

  /** A total has come by: the next one may be of what stands below it. */
  total(): void {
    this.#sinceTotal.length = 0;
    this.#since = 0;
  }

  /** Whether the numbers of a column come to this one, be it all of them or those since the last total. */
  #comeTo(number: number, column: number): boolean {
    return (
      isClose(number, this.#all[column], this.rows) || isClose(number, this.#sinceTotal[column], this.#since)
    );
  }

  areNumbers(column: number): boolean {
    return this.#numbers[column] === this.rows;
  }

  /** Whether a row is blank where all others have words: nobody would know of what village it is. */
  #wantWords(cells: readonly string[]): boolean {
    return this.#words.some((count, column) => count === this.rows && (cells[column] ?? '') === '');
  }

  /** A row without words whose numbers are the sums of those above it; shares and means may stand among them. */
  isSum({ beneath }: GridRow, cells: readonly string[], before: GridRow | undefined): boolean {
    if (this.rows < 2) return false;
    let equal = 0;
    let others = 0;
    let isTown = false;
    let isRepeated = false;
    for (let index = 0; index < cells.length; index++) {
      const cell = cells[index] as string;
      if (cell === '' || isSign(cell)) continue;
      const number = beneath?.[index]?.value ?? numberIn(cell);
      if (number === undefined) {
        const from = beneath?.[index];
        if (from !== undefined && from === before?.beneath?.[index]) continue;
        if (cell === this.#last[index]) isRepeated = true;
        else if (/\p{L}/u.test(cell)) {
          if (!this.#isTown(cell, index)) return false;
          isTown = true;
        }
        continue;
      }
      if (number === 0 || (running.test(this.#names[index] ?? '') && isDigits(cell))) continue;
      if (this.#comeTo(number, index)) equal++;
      else others++;
    }
    if (equal === 0 || (isRepeated && !this.#wantWords(cells))) return false;
    return others === 0 || (!isTown && others <= equal && this.#wantWords(cells));
  }

  /** 平安镇 among villages, whose numbers are those of the villages above. */
  #isTown(cell: string, index: number): boolean {
    return town.test(cell) && village.test(this.#last[index] ?? '');
  }
}

function isClose(one: number, other: number | undefined, rows: number): boolean {
  return other !== undefined && rows > 1 && Math.abs(one - other) <= Math.abs(other) * 1e-9;
}
