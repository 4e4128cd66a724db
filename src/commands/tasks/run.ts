import path from 'node:path';
import { table } from '../../data/index.ts';
import { prepared } from '../../draft/prepared.ts';
import { UserError } from '../../errors.ts';
import { readText, text } from '../../io/files.ts';
import { source as sourceOf } from '../../io/source.ts';
import type { Last } from '../../ledger/carried.ts';
import { unowned } from '../../ledger/entries.ts';
import { lastOf } from '../../ledger/last.ts';
import { type Kind, ledger, sheetOf } from '../../ledger/ledger.ts';
import { document } from '../../pipeline.ts';
import { documentKeys, type Plan } from '../../plan/plan.ts';
import { type Variables, variablesFrom } from '../../plan/variables.ts';
import { type Compose, TemplateError } from '../../template/compose.ts';
import type { Showing } from '../../template/showing.ts';
import { showing } from '../../template/view.ts';
import { Lines } from '../../text/lines.ts';
import { Terminal } from '../../ui/terminal.ts';
import type { Host } from '../host.ts';
import { deliverWorkbook, workbookOutput } from '../workbook-output.ts';
import type { TasksOptions } from './options.ts';
import { told } from './told.ts';

/** Lines that are named. */
const mostPlaces = 10;

/** Writes the ledger of a plan; false where its document can't be made. */
export async function run(name: string, options: TasksOptions, host: Host): Promise<boolean> {
  const { output, against, set, force = false } = options;
  const terminal = new Terminal(host);
  const where = workbookOutput(output, '台账', force, host);
  const isInput = name === '-';
  const file = isInput ? path.join(host.cwd, '计划.yaml') : path.resolve(host.cwd, name);
  const source = isInput ? text(await host.stdin(), '标准输入') : readText(file);
  const given = variablesFrom(set);
  const template = options.template === undefined ? undefined : path.resolve(host.cwd, options.template);
  const { draft, problems } = await prepared(
    { name, file, source, template, cwd: host.cwd, despite: 'findings' },
    () => ({ given }),
  );
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (draft === undefined) {
    terminal.problems(isInput ? '标准输入' : name, source, errors);
    terminal.failed(`${name} 有 ${errors.length} 处错误，没有生成台账。`);
    return false;
  }
  const { plan, compose, document: made } = draft;
  const shown = showing(plan, given, () => {});
  const { title, date, author } = made.facts;
  const { sheets, counts, carried } = ledger({
    plan,
    shown,
    year: yearOf(plan, shown) ?? date?.year,
    title,
    make: (marked) => blocksOf(marked, given, compose),
    last: against === undefined ? {} : await lastFrom(against, host),
  });
  if (counts.tasks + counts.goals === 0)
    throw new UserError(
      `${name} 里没有任务，也没有目标：写了“牵头”或“责任”的条目、写了“名称”的任务，和“工作目标”里的各条，才进台账。`,
    );
  deliverWorkbook(where, sheets, { title: `${title}台账`, author }, host);
  terminal.done(`已生成台账 ${output}：任务 ${counts.tasks} 项，目标 ${counts.goals} 项`);
  for (const note of [...told(carried), ...withoutOwner(plan, source)]) terminal.note(note);
  return true;
}

function withoutOwner(plan: Plan, source: string): string[] {
  const lines = new Lines(source);
  const places = unowned(plan).map(({ start }) => lines.position(start).line);
  if (places.length === 0) return [];
  const some =
    places.slice(0, mostPlaces).join('、') + (places.length > mostPlaces ? ` 等 ${places.length}` : '');
  return [`“主要任务”里计划第 ${some} 行的没有写“牵头”“责任”，不在台账里。`];
}

/** The year of a plan that is about one. */
function yearOf(plan: Plan, shown: Showing): number | undefined {
  const text = String(shown.show(plan.year, documentKeys.year, { level: 0, forms: [] }) ?? '');
  const [, year] = /^(\d{4})(?:年度?)?$/.exec(text) ?? [];
  return year === undefined ? undefined : Number(year);
}

/** A template of one's own may compare words, and go another way when they are marked: then nothing is known of places. */
function blocksOf(plan: Plan, given: Variables, compose: Compose) {
  try {
    return document(plan, given, compose, () => {}).blocks;
  } catch (thrown) {
    if (thrown instanceof TemplateError) return [];
    throw thrown;
  }
}

/** Last period's ledger, by the names of its sheets, or else by its first one; rows that are filtered are read as well. */
async function lastFrom(against: string, { cwd, stdin }: Host): Promise<Partial<Record<Kind, Last>>> {
  const source = await sourceOf(against, cwd, stdin);
  const first = await table(source, undefined, true);
  const last: Partial<Record<Kind, Last>> = {};
  for (const kind of ['tasks', 'goals'] as const) {
    const isThere = first.sheets?.includes(sheetOf[kind]);
    if (isThere) last[kind] = await lastOf(kind, await table(source, sheetOf[kind], true), against);
    else if (kind === 'tasks' && !first.sheets?.includes(sheetOf.goals))
      last[kind] = await lastOf(kind, first, against);
  }
  return last;
}
