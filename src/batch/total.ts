import type { Beneath } from '../data/table.ts';
import { type Decimal, plus, zero } from './decimal.ts';

/** A number of a summed column. */
export interface Counted {
  value: Decimal;
  /** Of the digits that it shows behind the point. */
  places: number;
  from?: Beneath;
}

/** What the numbers of a group come to. */
export class Total {
  sum = zero;
  count = 0;
  places = 0;
  #last: Beneath | undefined;

  add({ value, places, from }: Counted): void {
    // Cells that are one on the sheet are one number.
    if (from !== undefined && from === this.#last) return;
    this.#last = from;
    this.sum = plus(this.sum, value);
    this.places = Math.max(this.places, places);
    this.count++;
  }
}
