import { chosen, conditionsOf } from '../../batch/chosen.ts';
import { withRow } from '../../batch/rows.ts';
import { Sums } from '../../batch/sums.ts';
import { table } from '../../data/index.ts';
import type { Row, Value } from '../../data/table.ts';
import { UserError } from '../../errors.ts';
import { source } from '../../io/source.ts';
import type { Plan } from '../../plan/plan.ts';
import { merged, type Variables, variablesFrom } from '../../plan/variables.ts';
import { valueAt } from '../../template/scope.ts';
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

/** Finds the row that a document was made of; nothing where no table is given. */
export type FindRow = (document: string, plan: Plan | undefined) => DocumentRow | undefined;

/**
 * Reads the table, once for however many documents: the row of one is that of --where, or the one whose names its file
 * and folders have most of.
 */
export async function rowFinder({ data, sheet, where }: PullOptions, host: Host): Promise<FindRow> {
  if (data === undefined) {
    if (Object.keys(where).length > 0) throw new UserError('--where 是表里的行：还要加上 --data 各村.xlsx。');
    return () => undefined;
  }
  const read = await table(await source(data, host.cwd, host.stdin), sheet);
  const conditions = conditionsOf(where, read.columns);
  const all: Row[] = [];
  for await (const row of read.rows()) all.push(row);
  const wanted: Row[] = [];
  const held = {
    ...read,
    async *rows() {
      yield* all;
    },
  };
  for await (const row of chosen(held, { where: conditions })()) wanted.push(row);
  return (document, plan) => {
    const named = document.replace(/\.\w+$/, '');
    const best = conditions.length > 0 ? wanted : mostNamed(named, wanted);
    const [row] = best;
    if (row === undefined || best.length > 1) {
      const found = row === undefined ? '没有' : `有 ${best.length} 行`;
      throw new UserError(
        conditions.length > 0
          ? `${data} 里${found}符合 --where 的行，要正好一行。`
          : `${data} 里${found}名字在文件名 ${document} 里的行；用 --where 列=值 指明是哪一行。`,
      );
    }
    const sums = new Sums(plan ? uses(plan).names : [], read.columns);
    for (const each of all) sums.add(each);
    return {
      columns: [...read.columns, ...sums.columns],
      values: [...row.values, ...sums.of(row)],
      figures: sums.columns,
      shown: `${data} 第 ${row.number} ${read.unit}`,
    };
  };
}

function mostNamed(file: string, rows: readonly Row[]): Row[] {
  let best: Row[] = [];
  let most = 1;
  for (const row of rows) {
    const names = namesIn(file, row.values);
    if (names > most) best = [];
    if (names >= most) best.push(row);
    most = Math.max(most, names);
  }
  return best;
}

/** How many characters of a row's names stand in that of a file: 柳溪新村 has more of 永和镇/柳溪新村 than 柳溪 has. */
function namesIn(file: string, values: readonly Value[]): number {
  const names = values.filter(
    (value, index): value is string =>
      typeof value === 'string' && value !== '' && (index === 0 || /^\p{L}.*\p{L}$/su.test(value)),
  );
  return names.reduce((sum, name) => sum + (file.includes(name) ? name.length : 0), 0);
}

/** As a batch has it: what a row leaves empty is what was given, or the plan's own. */
export function givenBy(
  set: Readonly<Record<string, string>>,
  row: DocumentRow | undefined,
  plan: Plan | undefined,
): Variables {
  const given = variablesFrom(set);
  if (!row) return given;
  const known = merged(plan?.variables ?? {}, given);
  const own = row.columns.flatMap((column, index) => {
    const isKnown = valueAt(known, { parts: column.split('.') }) !== undefined;
    return (row.values[index] ?? '') === '' && isKnown ? [] : [index];
  });
  return withRow(
    given,
    own.map((index) => row.columns[index] ?? ''),
    own.map((index) => row.values[index] ?? ''),
  );
}

/** Where a value of a row stands in its table. */
export function cellOf(
  { columns, values, figures, shown }: DocumentRow,
  variable: string,
): string | undefined {
  const index = columns.indexOf(variable);
  const isGiven = index >= 0 && !figures.includes(variable) && (values[index] ?? '') !== '';
  return isGiven ? `${shown}“${variable}”列` : undefined;
}
