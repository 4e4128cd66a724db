import type { Row } from '../data/table.ts';
import { UserError } from '../errors.ts';

/** A figure over the table, such as 汇总.户数 or 汇总.户数/镇: what is added up, and within what. */
interface Figure {
  name: string;
  /** The column added up; −1 where rows are counted. */
  column: number;
  /** The column whose equal values belong together; −1 for the whole table. */
  by: number;
  totals: Map<string, { sum: number; decimals: number }>;
}

/** Computes the figures over the table that texts ask for by {{汇总 "户数"}}, {{汇总 "户数" 镇}}, {{计数}} and {{计数 镇}}. */
export class Sums {
  readonly #figures: readonly Figure[];

  constructor(names: Iterable<string>, columns: readonly string[]) {
    const place = (column: string) => {
      const index = columns.indexOf(column);
      if (index < 0) throw new UserError(`计划里要对“${column}”汇总，表里却没有这一列。`);
      return index;
    };
    this.#figures = [...names].flatMap((name): Figure[] => {
      const [, word, what = '', by = ''] = /^(汇总|计数)\.([^/]*)(?:\/(.*))?$/.exec(name) ?? [];
      if (word === undefined || columns.includes(name)) return [];
      const column = word === '汇总' ? place(what) : -1;
      return [{ name, column, by: by === '' ? -1 : place(by), totals: new Map() }];
    });
  }

  get columns(): string[] {
    return this.#figures.map(({ name }) => name);
  }

  add({ values }: Row): void {
    for (const { column, by, totals } of this.#figures) {
      const group = text(values[by]);
      const total = totals.get(group) ?? { sum: 0, decimals: 0 };
      const written = column < 0 ? '1' : text(values[column]).replace(/[,，\s]/g, '');
      // A cell without a figure adds nothing: 未统计, —, blank.
      if (/^[+-]?\d+(\.\d+)?$/.test(written)) {
        total.sum += Number(written);
        total.decimals = Math.max(total.decimals, written.split('.')[1]?.length ?? 0);
      }
      totals.set(group, total);
    }
  }

  /** The figures that a row may print, in the order of `columns`. */
  of({ values }: Row): string[] {
    return this.#figures.map(({ by, totals }) => {
      const { sum, decimals } = totals.get(text(values[by])) ?? { sum: 0, decimals: 0 };
      return sum.toFixed(decimals);
    });
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
