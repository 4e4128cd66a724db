import type { Row } from '../data/table.ts';
import type { Problem } from '../schema/problem.ts';
import type { Fault } from './outcome.ts';

/** Findings and rows that are named. */
const most = 10;

/** What checking finds in the values of a table: errors are faults of their rows, the rest is told once. */
export class Findings {
  readonly #judge: (text: string, column: string) => readonly Problem[];
  /** By what is said of a column, the rows. */
  readonly #told = new Map<string, { rows: number[]; count: number; last: number }>();

  constructor(judge: (text: string, column: string) => readonly Problem[]) {
    this.#judge = judge;
  }

  look({ number, values }: Row, index: number, name: string): void {
    const value = values[index];
    if (typeof value !== 'string' || value === '') return;
    for (const { severity, message, advice = '' } of this.#judge(value, name)) {
      if (severity === 'error') continue;
      const about = `“${name}”列：${message}${advice}`;
      const found = this.#told.get(about) ?? { rows: [], count: 0, last: 0 };
      if (this.#told.size < most) this.#told.set(about, found);
      if (found.last === number) continue;
      found.last = number;
      if (++found.count <= most) found.rows.push(number);
    }
  }

  faults(value: string, column: string): Fault[] {
    return this.#judge(value, column)
      .filter(({ severity }) => severity === 'error')
      .map(({ message, advice = '' }) => ({
        column,
        value: value.slice(0, 40),
        message,
        advice: `${advice}在表里改好；照样要印就加 --force。`,
      }));
  }

  notes(unit: string): string[] {
    return [...this.#told].map(([about, { rows, count }]) => {
      const more = count > rows.length ? ` 等 ${count}` : '';
      return `第 ${rows.join('、')}${more} ${unit}${about}`;
    });
  }
}
