import { nested } from '../data/dotted.ts';
import type { Columns, Table, Value } from '../data/table.ts';
import { UserError } from '../errors.ts';
import type { Plan } from '../plan/plan.ts';
import { merged, type Variables } from '../plan/variables.ts';
import type { Problem } from '../schema/problem.ts';
import { valueAt } from '../template/scope.ts';
import { uses } from '../template/steering.ts';
import { nearest } from '../text/nearest.ts';
import { withRow } from './rows.ts';
import { Sums } from './sums.ts';

/** What a plan wants of a table, and a trial of whether the two fit together. */
export interface Fitting {
  /** The names that texts use. */
  used: ReadonlySet<string>;
  sums: Sums;
  /** Those of the table, and the figures over it. */
  columns: readonly string[];
  /** A row in which every column has a value. */
  given: Variables;
  retold(problem: Problem): readonly Problem[];
  isSample: true;
}

/** Holds a plan against the head of a table; the given variables stand for what has no column. */
export function fitting(plan: Plan, table: Table, given: Variables): Fitting {
  const { columns: own } = table;
  const { names: used, dates } = uses(plan);
  const known = merged(plan.variables ?? {}, given);
  for (const name of used) if (valueAt(known, { parts: name.split('.') })) refuseShared(name, table);
  const sums = new Sums(used, own);
  const columns = [...own, ...sums.columns];
  return {
    used,
    sums,
    columns,
    isSample: true,
    given: withRow(given, columns, sample({ ...table, columns }, dates)),
    retold: (problem) => (problem.code === 'plan/variable' ? [inTable(problem, table)] : []),
  };
}

/** Whatever a text may do with a value, a number will do, or else a date; a list has an entry in which all is filled. */
function sample({ columns, lists }: Columns, dates: ReadonlySet<string>): readonly Value[] {
  return columns.map((column) => {
    const inside = lists?.get(column);
    if (inside) return [nested(inside.columns, sample(inside, dates))];
    return dates.has(column) ? '2026-01-01 9:00' : '1';
  });
}

/** A name without a value is missing from the table, too. */
function inTable(problem: Problem, { columns, namesakes, sheet, sheets = [] }: Table): Problem {
  const { name } = problem;
  if (name === undefined) return problem;
  const shared = namesakes?.get(name);
  if (shared) return { ...problem, ...ambiguous(name, shared) };
  const near =
    nearest(name, columns) ??
    columns.find((column) => column !== '' && (column.includes(name) || name.includes(column)));
  const others = sheets.filter((each) => each !== sheet);
  const known =
    others.length === 0
      ? `表里的列：${columns.filter(Boolean).join('、')}。`
      : `工作表“${sheet}”的列：${columns.filter(Boolean).join('、')}；别的工作表（${others.slice(0, 20).join('、')}）用 --sheet 选。`;
  return {
    ...problem,
    message: `变量“${name}”没有值，表里也没有这一列。`,
    advice: near === undefined ? known : `是不是“${near}”？${known}`,
  };
}

/** Which of several columns a name means, nobody can tell; what the plan or --set gives for it isn't printed instead. */
function refuseShared(name: string, { namesakes }: Table): void {
  const shared = namesakes?.get(name);
  if (shared === undefined) return;
  const { message, advice } = ambiguous(name, shared);
  throw new UserError(`${message}${advice}`);
}

function ambiguous(name: string, columns: readonly string[]) {
  return {
    message: `表里叫“${name}”的不止一列，不知道是哪一列。`,
    advice: `照先后写成：${columns.map((column) => `{{${column}}}`).join('、')}；或者在表里改列名。`,
  };
}

/** A column that is missing is told where it is first wanted. */
export function onceByMessage(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, message }) => {
    if (code !== 'plan/variable') return true;
    const known = seen.has(message);
    seen.add(message);
    return !known;
  });
}

/**
 * Tells which columns are asked for: by the names of the texts, by the figures, or by a pattern of file names. Names that
 * a text only reaches for through a list or a group are meant by it as well.
 */
export function asked(names: Iterable<string>, pattern: string): (column: string) => boolean {
  const wanted = new Set<string>();
  for (const name of names) {
    const parts = name.split('.');
    for (const index of parts.keys()) wanted.add(parts.slice(0, index + 1).join('.'));
  }
  const whole = new Set(names);
  const inside = (pattern.match(/\{\{[^{}]*\}\}/g) ?? []).join('');
  return (column) =>
    wanted.has(column) ||
    inside.includes(column) ||
    // {{#each 组}} or {{支书}} is about all that is called 支书.姓名.
    column.split('.').some((_, index, parts) => whole.has(parts.slice(0, index).join('.')));
}
