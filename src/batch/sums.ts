import type { Row } from '../data/table.ts';
import { UserError } from '../errors.ts';
import { shadowed } from '../template/missing.ts';
import { type Decimal, decimal } from './decimal.ts';
import { SummedColumn } from './summed.ts';
import { Total } from './total.ts';

/** A figure over the table, such as 汇总.户数 or 汇总.户数/镇: what is added up, and within what. */
interface Figure {
  name: string;
  /** The column added up; undefined where rows are counted. */
  column: SummedColumn | undefined;
  /** The column whose equal values belong together; −1 for the whole table. */
  by: number;
  totals: Map<string, Total>;
}

const one: Decimal = decimal('1');

/** Computes the figures over the table that texts ask for by {{汇总 "户数"}}, {{汇总 "户数" 镇}}, {{计数}} and {{计数 镇}}. */
export class Sums {
  readonly #figures: readonly Figure[];
  readonly #summed = new Map<number, SummedColumn>();
  /** The names of the columns that the figures are made of. */
  readonly needs: readonly string[];

  constructor(names: Iterable<string>, columns: readonly string[]) {
    const needs = new Set<string>();
    const place = (written: string) => {
      const column = columns.includes(written) ? written : asColumn(written);
      const index = columns.indexOf(column);
      if (index < 0)
        throw new UserError(
          `计划里要对“${column}”汇总，表里却没有这一列；有：${columns.filter(Boolean).join('、')}。`,
        );
      needs.add(column);
      return index;
    };
    this.#figures = [...names].flatMap((name): Figure[] => {
      const [, word, inside = ''] = /^(汇总|计数)\.(.*)$/.exec(name) ?? [];
      if (word === undefined || columns.includes(name)) return [];
      if (columns.includes(word)) throw new UserError(`表里有一列叫“${word}”，${shadowed(word)}`);
      const [what, by] = word === '汇总' ? parted(inside, columns) : ['', inside.replace(/^\//, '')];
      const column = word === '汇总' ? this.#column(place(what), what) : undefined;
      return [{ name, column, by: by === '' ? -1 : place(by), totals: new Map() }];
    });
    this.needs = [...needs];
  }

  #column(index: number, name: string): SummedColumn {
    const found = this.#summed.get(index) ?? new SummedColumn(index, name);
    this.#summed.set(index, found);
    return found;
  }

  get columns(): string[] {
    return this.#figures.map(({ name }) => name);
  }

  /** Begins anew. */
  clear(): void {
    for (const { totals } of this.#figures) totals.clear();
    for (const column of this.#summed.values()) column.clear();
  }

  add(row: Row): void {
    if (this.#figures.length === 0) return;
    for (const part of row.parts ?? [row]) this.#addAmounts(part);
    for (const { column, by, totals } of this.#figures)
      if (column === undefined) totalOf(totals, row, by).add({ value: one, places: 0 });
  }

  #addAmounts(row: Row): void {
    const cells = new Map([...this.#summed.values()].map((column) => [column, column.cell(row)]));
    for (const { column, by, totals } of this.#figures) {
      const cell = column && cells.get(column);
      if (column === undefined) continue;
      const total = totalOf(totals, row, by);
      if (cell) total.add(cell);
    }
  }

  /** The figures that a row may print, in the order of `columns`. */
  of({ values }: Row): string[] {
    return this.#figures.map(({ column, by, totals }) => {
      const total = totals.get(text(values[by]));
      if (column === undefined) return String(total?.sum.units ?? 0);
      return column.written(total ?? new Total());
    });
  }

  /** Refuses columns that can't be added up, and says what was left out of the others. */
  check(unit: string): string[] {
    const notes = [...this.#summed.values()].flatMap((column) => column.check(unit));
    for (const { column, by, totals } of this.#figures) {
      const empty = [...totals].filter(([, { count }]) => column && count === 0).map(([group]) => group);
      if (by >= 0 && empty.length > 0)
        notes.push(`“${column?.name}”列在 ${empty.slice(0, 10).join('、')} 没有一个数，那里的汇总印成 0。`);
    }
    return notes;
  }
}

function totalOf(totals: Map<string, Total>, { values }: Row, by: number): Total {
  const group = text(values[by]);
  const total = totals.get(group) ?? new Total();
  totals.set(group, total);
  return total;
}

/** 户数/镇 is 户数 within 镇, unless a column has a stroke in its name. */
function parted(inside: string, columns: readonly string[]): [string, string] {
  const isColumn = (name: string) => columns.includes(name) || columns.includes(asColumn(name));
  if (isColumn(inside)) return [inside, ''];
  for (let at = inside.indexOf('/'); at >= 0; at = inside.indexOf('/', at + 1)) {
    const [what, by] = [inside.slice(0, at), inside.slice(at + 1)];
    if (isColumn(what) && isColumn(by)) return [what, by];
  }
  const [what = '', by = ''] = inside.split(/\/(.*)/s);
  return [what, by];
}

/** 人口/人 is a name within a name, as in texts. */
function asColumn(written: string): string {
  return written.replaceAll('/', '.');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
