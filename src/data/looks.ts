import { Asides } from './asides.ts';
import type { Head } from './head.ts';
import { leadTotals } from './lead-totals.ts';
import type { GridRow } from './table.ts';

/** One way through a table: what a row is instead of data. Once a way has come to the end, all others know by it. */
interface Look {
  /** The rows, with what they can only be known by from below. */
  through(rows: AsyncIterable<GridRow>): AsyncIterable<GridRow>;
  of(row: GridRow, cells: readonly string[]): string | undefined;
  conclude(): void;
}

/** Ways through a table of which the first looks into all rows; later what they are is known. */
export function looks(
  head: Pick<Head, 'rows' | 'titles'>,
  names: readonly string[],
  sample: readonly GridRow[] = [],
): () => Look {
  const through = leadTotals(sample, names);
  let known: ReadonlyMap<number, string> | undefined;
  return () => {
    if (known !== undefined) {
      const before = known;
      return { of: ({ number }) => before.get(number), through: (rows) => rows, conclude() {} };
    }
    const asides = new Asides(head, names, sample);
    const found = new Map<number, string>();
    return {
      through,
      of(row, cells) {
        const aside = asides.of(row, cells);
        if (aside !== undefined) found.set(row.number, aside);
        return aside;
      },
      conclude() {
        known = found;
      },
    };
  };
}
