import path from 'node:path';
import { added } from '../../batch/failed-table.ts';
import { FileNames } from '../../batch/file-names.ts';
import { withRow } from '../../batch/rows.ts';
import { Sums } from '../../batch/sums.ts';
import { table } from '../../data/index.ts';
import type { Table } from '../../data/table.ts';
import { UserError } from '../../errors.ts';
import { readText } from '../../io/files.ts';
import { source as sourceOf } from '../../io/source.ts';
import { kinds, templates } from '../../io/templates.ts';
import { document } from '../../pipeline.ts';
import type { Plan } from '../../plan/plan.ts';
import { read } from '../../plan/read.ts';
import { merged, variablesFrom } from '../../plan/variables.ts';
import { inOrder, type Problem } from '../../schema/problem.ts';
import { compose } from '../../template/compose.ts';
import { templateOf } from '../../template/kind.ts';
import { uses } from '../../template/steering.ts';
import { nearest } from '../../text/nearest.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { BatchOptions } from '../batch.ts';
import { verdict } from '../gate.ts';
import type { Host } from '../host.ts';
import { letterheadOf } from '../letterhead.ts';
import { lookOf } from '../look.ts';
import type { Setup } from './maker.ts';

/** A plan and a table that fit together. */
export interface Order {
  plan: Plan;
  table: Table;
  setup: Setup;
  sums: Sums;
  names: FileNames;
}

/** Reads the plan and the head of the table and holds them against each other; undefined after saying what doesn't fit. */
export async function order(
  planName: string,
  options: BatchOptions,
  host: Host,
  terminal: Terminal,
): Promise<Order | undefined> {
  const planFile = path.resolve(host.cwd, planName);
  const source = readText(planFile);
  const reading = read(source);
  const { plan, problems } = reading;
  const data = await table(await sourceOf(options.data, host.cwd, host.stdin), options.sheet);
  const given = variablesFrom(options.set);
  const template = options.template === undefined ? undefined : path.resolve(host.cwd, options.template);
  const refused = (way = '') => {
    const told = onceByMessage(inOrder(problems));
    const errors = told.filter(({ severity }) => severity === 'error').length;
    terminal.problems(planName, source, told);
    if (errors > 0) terminal.failed(`${planName} 有 ${errors} 处错误，没有生成文件。${way}`);
    return errors > 0;
  };
  if (plan === undefined || problems.some(({ severity }) => severity === 'error')) {
    refused();
    return undefined;
  }
  const kind = templateOf(plan, kinds(planFile, template), (problem) => problems.push(problem));
  const files = templates(kind, planFile, template);
  const used = uses(plan);
  const sums = new Sums(used.names, data.columns);
  const columns = [...data.columns, ...sums.columns];
  const everything = withRow(
    given,
    columns,
    // Whatever a text may do with a value, a number will do.
    columns.map(() => '1'),
  );
  document(plan, everything, compose(files, plan.script), (problem) => {
    if (problem.code === 'plan/variable') problems.push(inTable(problem, data.columns));
  });
  const report = (problem: Problem) => void problems.push(problem);
  const letterhead = await letterheadOf(plan, planFile, report);
  const found = problems.some(({ severity }) => severity === 'error')
    ? undefined
    : await verdict(reading, source, {
        name: planName,
        file: planFile,
        force: options.force ?? false,
        host,
      });
  problems.push(...(found?.inTheWay ?? []));
  if (refused(found?.way)) return undefined;
  if (found?.rest !== undefined) terminal.note(found.rest);
  const pattern =
    options.name ??
    `{{${data.columns.find(Boolean) ?? ''}}}${path.basename(planName).replace(/\.ya?ml$/i, '')}`;
  const names = new FileNames(pattern, data.columns, merged(plan.variables ?? {}, given));
  const [wrong] = names.check();
  if (wrong !== undefined)
    throw new UserError(`--name ${pattern}：${wrong}表里的列：${data.columns.filter(Boolean).join('、')}。`);
  unused(data.columns, [...used.names, pattern, ...Object.keys(options.where)], terminal);
  const look = await lookOf(options.styleFrom, host, terminal);
  return {
    plan,
    table: data,
    sums,
    names,
    setup: {
      source,
      templates: files,
      given: options.set,
      columns,
      formats: options.format.length > 0 ? options.format : ['docx'],
      own: { ...(letterhead && { letterhead }), ...(look && { look }) },
    },
  };
}

/** A column that is missing is told where it is first wanted. */
function onceByMessage(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, message }) => {
    if (code !== 'plan/variable') return true;
    const known = seen.has(message);
    seen.add(message);
    return !known;
  });
}

/** A name without a value is missing from the table, too. */
function inTable(problem: Problem, columns: readonly string[]): Problem {
  const { name } = problem;
  if (name === undefined) return problem;
  const near =
    nearest(name, columns) ??
    columns.find((column) => column !== '' && (column.includes(name) || name.includes(column)));
  const known = columns.filter(Boolean).join('、');
  return {
    ...problem,
    message: `变量“${name}”没有值，表里也没有这一列。`,
    advice: near === undefined ? `表里的列：${known}。` : `是不是“${near}”？表里的列：${known}。`,
  };
}

/** Columns that nothing asks for are allowed, and worth a word: one of them may be a misspelt variable. */
function unused(columns: readonly string[], wanted: readonly string[], terminal: Terminal): void {
  const idle = columns.filter(
    (column) =>
      column !== '' &&
      !Object.values(added).includes(column) &&
      !wanted.some(
        (each) => each === column || each.startsWith(`${column}.`) || each.includes(`{{${column}}}`),
      ),
  );
  if (idle.length > 0) terminal.note(`表里有 ${idle.length} 列计划没有用到：${idle.join('、')}。`);
}
