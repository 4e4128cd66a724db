import { chosen, conditionsOf } from '../../batch/chosen.ts';
import { Sums } from '../../batch/sums.ts';
import { table } from '../../data/index.ts';
import type { Row, Value } from '../../data/table.ts';
import { UserError } from '../../errors.ts';
import { source } from '../../io/source.ts';
import type { Plan } from '../../plan/plan.ts';
import { uses } from '../../template/steering.ts';
import type { Host } from '../host.ts';
import type { PullOptions } from './options.ts';

/** The row of a table that a document was made of. */
export interface DocumentRow {
  columns: readonly string[];
  values: readonly Value[];
  /** Which of the columns are figures over the whole table. */
  figures: readonly string[];
  /** 各村.xlsx 第 3 行 */
  shown: string;
}

/** That of --where, or the one whose names the file and its folders have most of; nothing where no table is given. */
export async function rowOf(
  document: string,
  plan: Plan | undefined,
  { data, sheet, where }: PullOptions,
  host: Host,
): Promise<DocumentRow | undefined> {
  if (data === undefined) {
    if (Object.keys(where).length > 0) throw new UserError('--where 是表里的行：还要加上 --data 各村.xlsx。');
    return undefined;
  }
  const read = await table(await source(data, host.cwd, host.stdin), sheet);
  const conditions = conditionsOf(where, read.columns);
  const sums = new Sums(plan ? uses(plan).names : [], read.columns);
  if (sums.columns.length > 0) for await (const row of read.rows()) sums.add(row);
  const named = document.replace(/\.\w+$/, '');
  let best: Row[] = [];
  let most = 1;
  for await (const row of chosen(read, { where: conditions })()) {
    const names = conditions.length > 0 ? most : namesIn(named, row.values);
    if (names > most) best = [];
    if (names >= most) best.push(row);
    most = Math.max(most, names);
  }
  const [row] = best;
  if (row === undefined || best.length > 1) {
    const found = row === undefined ? '没有' : `有 ${best.length} 行`;
    throw new UserError(
      conditions.length > 0
        ? `${data} 里${found}符合 --where 的行，要正好一行。`
        : `${data} 里${found}名字在文件名 ${document} 里的行；用 --where 列=值 指明是哪一行。`,
    );
  }
  return {
    columns: [...read.columns, ...sums.columns],
    values: [...row.values, ...sums.of(row)],
    figures: sums.columns,
    shown: `${data} 第 ${row.number} ${read.unit}`,
  };
}

/** How many characters of a row's names stand in that of a file: 柳溪新村 has more of 永和镇/柳溪新村 than 柳溪 has. */
function namesIn(file: string, values: readonly Value[]): number {
  const names = values.filter(
    (value, index): value is string =>
      typeof value === 'string' && value !== '' && (index === 0 || /^\p{L}.*\p{L}$/su.test(value)),
  );
  return names.reduce((sum, name) => sum + (file.includes(name) ? name.length : 0), 0);
}
