import path from 'node:path';
import type { Cells } from '../../batch/cells.ts';
import type { FileNames } from '../../batch/file-names.ts';
import { fitting, onceByMessage } from '../../batch/fitting.ts';
import { withList } from '../../batch/group.ts';
import { unreadNotes } from '../../batch/left-out.ts';
import { type ListTable, withLists } from '../../batch/lists.ts';
import type { Sums } from '../../batch/sums.ts';
import { table } from '../../data/index.ts';
import type { Table } from '../../data/table.ts';
import { prepared } from '../../draft/prepared.ts';
import { fitted } from '../../engine/batch/fitted.ts';
import type { Setup } from '../../engine/batch/setup.ts';
import { refusal } from '../../engine/drafted.ts';
import { UserError } from '../../errors.ts';
import { readText } from '../../io/files.ts';
import { source as sourceOf } from '../../io/source.ts';
import { pictureTexts } from '../../plan/pictures.ts';
import type { Plan } from '../../plan/plan.ts';
import { variablesFrom } from '../../plan/variables.ts';
import type { Terminal } from '../../ui/terminal.ts';
import { version } from '../../version.ts';
import { admitGiven } from '../given-values.ts';
import type { Host } from '../host.ts';
import { lookOf } from '../look.ts';
import { admitCopies, asSaid } from './copies.ts';
import { listsOf } from './lists.ts';
import type { BatchOptions } from './options.ts';

/** A plan and a table that fit together. */
export interface Order {
  plan: Plan;
  table: Table;
  setup: Setup;
  sums: Sums;
  /** What comes along from other tables. */
  lists: readonly ListTable[];
  names: FileNames;
  /** --report - */
  reportsOut: boolean;
  /** The cells of the columns that are asked for. */
  cells: Cells;
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
  const read = await table(await sourceOf(options.data, cwd, stdin), options.sheet, options.includeHidden);
  const lists = await listsOf(options, read, host);
  const single = withLists(read, lists);
  const data = options.group === undefined ? single : withList(single, options.group);
  for (const note of unreadNotes(data, '；要用就加 --include-hidden')) terminal.note(note);
  const given = variablesFrom(options.set);
  const template = options.template === undefined ? undefined : path.resolve(cwd, options.template);
  const despite = options.force ? 'findings' : undefined;
  const { draft, problems, way, rest, strays } = await prepared(
    { name, file, source, template, cwd, despite, review: options.review ?? false },
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
  const { plan, templates, own, trial, found } = draft;
  const wanted = options.format.length > 0 ? options.format : ['docx'];
  if (options.review) admitCopies(wanted, found.length, terminal);
  const { pattern, names, wrong, sums, cells, unused, isAsked, isSameForAll } = fitted(draft, data, {
    name,
    pattern: options.name,
    given,
    used: (column) => column === options.group || Object.hasOwn(options.where, column),
  });
  if (wrong !== undefined)
    throw new UserError(`--name ${pattern}：${wrong}表里的列：${data.columns.filter(Boolean).join('、')}。`);
  if (data.isFedBack && sums.columns.length > 0)
    throw new UserError(
      `${options.data} 只有没做成的行，计划里的汇总、计数要从整张表里算；在原来的表里改好，用 --data 原来的表 --resume。`,
    );
  const used = new Set([...trial.used, ...Object.keys(options.set).filter((each) => pattern.includes(each))]);
  admitGiven(options.set, { name, used, judge: draft.judge }, terminal);
  if (isSameForAll)
    terminal.note(
      `计划里没有用到表里的任何一列，各份印的完全一样；要印各村的内容，在计划里写列名，如 {{${data.columns.find(Boolean)}}}。`,
    );
  else if (unused.length > 0) terminal.note(`表里有 ${unused.length} 列计划没有用到：${unused.join('、')}。`);
  for (const list of lists) await list.load(isAsked);
  const look = await lookOf(options.styleFrom, host, terminal);
  return {
    plan,
    table: data,
    sums,
    lists,
    names,
    reportsOut: options.report === '-',
    cells,
    setup: {
      source,
      templates,
      given: options.set,
      columns: trial.columns,
      formats: wanted,
      own: { ...own, ...(look && { look }) },
      pictures: pictureTexts(plan).length > 0 ? path.dirname(file) : undefined,
      review: options.review ? { plan: path.basename(name), version, found: found.map(asSaid) } : undefined,
    },
  };
}
