import type { Carried } from '../../ledger/carried.ts';
import { type Kind, sheetOf } from '../../ledger/ledger.ts';

/** Rows that are named. */
const most = 10;

/** What came along from last period, and what didn't. */
export function told(carried: readonly (Carried & { kind: Kind })[]): string[] {
  return carried.flatMap(({ kind, values, alike, left }) => {
    if (values.length + left.length === 0) return [];
    const found = values.filter((row) => row !== undefined).length;
    const name = sheetOf[kind];
    const rows = (all: readonly { number: number }[]) =>
      `第 ${all
        .slice(0, most)
        .map(({ number }) => number)
        .join('、')}${all.length > most ? ` 等 ${all.length}` : ''} 行`;
    return [
      `${name}：从上期带过来 ${found} 项，新的 ${values.length - found} 项。`,
      ...alike
        .slice(0, most)
        .map(
          ({ number, before, now }) =>
            `${name}：上期第 ${number} 行“${before}”照相近的字算作“${now}”，看看对不对。`,
        ),
      ...(left.length > 0
        ? [`${name}：上期有 ${left.length} 项没有对上（${rows(left)}），另存在工作表“上期${name}未对上”里。`]
        : []),
    ];
  });
}
