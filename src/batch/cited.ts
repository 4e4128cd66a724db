/** Rows that are counted, the first of them by their numbers. */
export interface Cited {
  count: number;
  rows: number[];
}

export const uncited = (): Cited => ({ count: 0, rows: [] });

/** Rows that are named. */
const most = 10;

export function cite(cited: Cited, row: number): void {
  if (++cited.count <= most) cited.rows.push(row);
}

/** 2、5、6 等 12 */
export function asCited({ count, rows }: Cited): string {
  return `${rows.join('、')}${count > most ? ` 等 ${count}` : ''}`;
}
