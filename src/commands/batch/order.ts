import path from 'node:path';
import { FileNames } from '../../batch/file-names.ts';
import { fitting, idle, onceByMessage } from '../../batch/fitting.ts';
import type { Sums } from '../../batch/sums.ts';
import { table } from '../../data/index.ts';
import type { Table } from '../../data/table.ts';
import { prepared, refusal } from '../../draft/prepared.ts';
import { UserError } from '../../errors.ts';
import { readText } from '../../io/files.ts';
import { source as sourceOf } from '../../io/source.ts';
import type { Plan } from '../../plan/plan.ts';
import { merged, variablesFrom } from '../../plan/variables.ts';
import type { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { lookOf } from '../look.ts';
import type { Setup } from './maker.ts';
import type { BatchOptions } from './options.ts';

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
  name: string,
  options: BatchOptions,
  host: Host,
  terminal: Terminal,
): Promise<Order | undefined> {
  const { cwd, stdin } = host;
  const file = path.resolve(cwd, name);
  const source = readText(file);
  const data = await table(await sourceOf(options.data, cwd, stdin), options.sheet);
  const given = variablesFrom(options.set);
  const template = options.template === undefined ? undefined : path.resolve(cwd, options.template);
  const despite = options.force ? 'findings' : undefined;
  const { draft, problems, way, rest, strays } = await prepared(
    { name, file, source, template, cwd, despite },
    (plan) => fitting(plan, data, given),
  );
  const told = onceByMessage(problems);
  terminal.problems(name, source, told);
  for (const stray of strays) terminal.note(stray);
  if (draft === undefined) {
    terminal.failed(refusal(name, told, way));
    return undefined;
  }
  if (rest !== undefined) terminal.note(rest);
  const { plan, templates, own, trial } = draft;
  const pattern =
    options.name ?? `{{${data.columns.find(Boolean) ?? ''}}}${path.basename(name).replace(/\.ya?ml$/i, '')}`;
  const names = new FileNames(pattern, data.columns, merged(plan.variables ?? {}, given));
  const [wrong] = names.check();
  if (wrong !== undefined)
    throw new UserError(`--name ${pattern}：${wrong}表里的列：${data.columns.filter(Boolean).join('、')}。`);
  const unused = idle(data.columns, [...trial.used, pattern, ...Object.keys(options.where)]);
  if (unused.length > 0) terminal.note(`表里有 ${unused.length} 列计划没有用到：${unused.join('、')}。`);
  const look = await lookOf(options.styleFrom, host, terminal);
  return {
    plan,
    table: data,
    sums: trial.sums,
    names,
    setup: {
      source,
      templates,
      given: options.set,
      columns: trial.columns,
      formats: options.format.length > 0 ? options.format : ['docx'],
      own: { ...own, ...(look && { look }) },
    },
  };
}
