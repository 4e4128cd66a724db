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
import type { Problem } from '../../schema/problem.ts';
import type { Terminal } from '../../ui/terminal.ts';
import { version } from '../../version.ts';
import { formats } from '../formats.ts';
import { admitGiven } from '../given-values.ts';
import type { Host } from '../host.ts';
import { lookOf } from '../look.ts';
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
  if (options.review) withCopies(wanted, found.length, terminal);
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
  admitGiven(options.set, draft.judge, terminal);
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

/** Comments and bookmarks need a format that can hold them; the others are as they are without. */
function withCopies(wanted: readonly string[], comments: number, terminal: Terminal): void {
  const without = formats.filter((format) => wanted.includes(format.name) && !format.comments);
  if (without.length === wanted.length)
    throw new UserError('送审稿只能是 Word 文件：去掉 --review，或加上 -f docx。');
  const others = without.map(({ title }) => title).join('、');
  terminal.note(
    `每行一份送审稿，${comments > 0 ? `各 ${comments} 条批注` : '没有发现问题，没有批注'}；各村改过的，用 pingan pull 收回。${others && `${others}和平常一样，没有这些。`}`,
  );
}

/** Threads are sent no more of a finding than its comment says. */
function asSaid({ severity, code, message, advice, start, end }: Problem): Problem {
  return { severity, code, message, start, end, ...(advice !== undefined && { advice }) };
}
