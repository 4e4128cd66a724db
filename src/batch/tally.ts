import { gather } from '../text/groups.ts';
import { append } from '../text/long-lists.ts';
import type { Outcome } from './outcome.ts';
import type { BatchReport, FailedRow } from './report.ts';

/** Rows that are named. */
const most = 10;

/** Counts what becomes of the rows. */
export class Tally {
  readonly #failed: FailedRow[] = [];
  readonly #kept: string[] = [];
  /** What is amiss with pages, and the rows. */
  readonly #odd = new Map<string, number[]>();
  #made = 0;
  #unchanged = 0;

  add(outcome: Outcome): void {
    if (outcome.state === 'failed') this.#failed.push(outcome);
    else if (outcome.state === 'same') this.#unchanged++;
    else {
      if (outcome.made.length > 0) this.#made++;
      append(this.#kept, outcome.kept);
      if (outcome.odd !== undefined) this.oddly(outcome.row, outcome.odd);
    }
  }

  oddly(row: number, what: string): void {
    gather(this.#odd, what, row);
  }

  notes(unit: string): string[] {
    return [...this.#odd].map(([what, rows]) => {
      const some = rows.toSorted((one, other) => one - other).slice(0, most);
      return `第 ${some.join('、')}${rows.length > most ? ` 等 ${rows.length}` : ''} ${unit}：${what}`;
    });
  }

  get done(): number {
    return this.#made + this.#unchanged + this.#failed.length;
  }

  get failures(): number {
    return this.#failed.length;
  }

  report(run: Pick<BatchReport, 'plan' | 'data' | 'shards' | 'total' | 'finished'>): BatchReport {
    const { shards, finished, ...about } = run;
    const failed = this.#failed.map(({ row, name, faults }) => ({ row, ...(name && { name }), faults }));
    return {
      version: 1,
      ...about,
      ...(shards && { shards }),
      made: this.#made,
      unchanged: this.#unchanged,
      failed: failed.sort((a, b) => a.row - b.row),
      kept: this.#kept.toSorted(),
      finished,
    };
  }
}
