import { likeness } from '../text/nearest.ts';
import type { Content } from '../workbook/sheet.ts';

/** A ledger of last period: its columns, and its rows with the numbers that they have in their sheet. */
export interface Last {
  columns: readonly string[];
  rows: readonly LastRow[];
}

interface LastRow {
  number: number;
  cells: Readonly<Record<string, string>>;
}

/** What came along from last period. */
export interface Carried {
  /** The columns that are none of ours: progress, remarks. */
  columns: readonly string[];
  /** By the rows of this period. */
  values: readonly (Readonly<Record<string, string>> | undefined)[];
  /** Rows that were told by words that are alike, with what they were called. */
  alike: readonly { number: number; before: string; now: string }[];
  left: readonly LastRow[];
}

/** Columns that the plan says anew. */
const ours = new Set([
  ...[
    '序号',
    '编号',
    '所属部分',
    '任务',
    '主要措施',
    '牵头单位',
    '配合单位',
    '负责人',
    '分管领导',
    '完成时限',
  ],
  ...['指标', '目标值', '责任单位'],
]);
/** How alike words have to be that were changed a little. */
const enough = 0.6;

type Cells = Readonly<Record<string, Content>>;

/**
 * Finds for each row the one of last period that is about the same: by its words, in the same part where several have
 * them; or else by words that are alike, each row once, the nearest first, the number deciding between equals.
 */
export function carried(rows: readonly Cells[], what: string, last: Last | undefined): Carried {
  if (last === undefined) return { columns: [], values: [], alike: [], left: [] };
  const columns = last.columns.filter((column) => column !== '' && !ours.has(column));
  const free = new Set(last.rows);
  const found: (LastRow | undefined)[] = rows.map(() => undefined);
  const take = (index: number, row: LastRow | undefined) => {
    if (row === undefined) return;
    free.delete(row);
    found[index] = row;
  };
  const isSame = (row: Cells, other: LastRow, column: string) =>
    bare(String(row[column] ?? '')) === bare(other.cells[column] ?? '');
  for (const keys of [[what, '所属部分', '编号'], [what, '所属部分'], [what, '编号'], [what]])
    rows.forEach((row, index) => {
      if (found[index] !== undefined || bare(String(row[what])) === '') return;
      const [only, second] = [...free].filter((other) => keys.every((key) => isSame(row, other, key)));
      // Where everything is the same, so is the order.
      if (second === undefined || keys.length === 3) take(index, only);
    });
  const alike: Carried['alike'][number][] = [];
  const pairs = rows.flatMap((row, index) =>
    found[index]
      ? []
      : [...free].map((other) => {
          const like = likeness(bare(String(row[what])), bare(other.cells[what] ?? ''));
          return { index, other, like, score: like + (isSame(row, other, '编号') ? 0.01 : 0) };
        }),
  );
  for (const { index, other, like } of pairs.sort((one, two) => two.score - one.score)) {
    if (like < enough || found[index] || !free.has(other)) continue;
    take(index, other);
    alike.push({ number: other.number, before: other.cells[what] ?? '', now: String(rows[index]?.[what]) });
  }
  return { columns, values: found.map((row) => row?.cells), alike, left: [...free] };
}

/** Words without what is typed now this way and now that. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}
