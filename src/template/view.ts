import type { Entry, Item } from '../plan/item.ts';
import { labels } from '../plan/labels.ts';
import type { Task as PlanTask } from '../plan/parts.ts';
import type { Plan, Section } from '../plan/plan.ts';
import { sections } from '../plan/sections.ts';
import { merged, type Variables } from '../plan/variables.ts';
import { isScalar, type Scalar } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import { parseDate, printDate } from '../text/dates.ts';
import { type Context, escaped, fill, type Values } from './fill.ts';

/** What templates see: the plan under its Chinese names, every text filled and turned into markup. */
export type View = Record<string, unknown>;

const entryTypes = { item: '条', goal: '目标', task: '任务', step: '步骤', source: '依据' };

/** The names that templates know fields by. */
const shownAs = { ...labels, project: '项目' } as Record<string, string>;

/** A task with the title that it stands under. */
type Task = PlanTask & { project?: Scalar };

/** Fields whose entries stand one level below the one that holds them. */
const nested = new Set(['items', 'goals', 'tasks', 'steps', 'basis']);

/** What a plan says of its look and its checking, and the parts that are shown in ways of their own. */
const settings = new Set(['variables', 'numbering', 'layout', 'lint', 'script', 'sections', 'attachments']);

/** Fills the texts of a plan with `given` variables, which come before the plan's own. */
export function view(plan: Plan, given: Variables, report: Report): View {
  const variables = merged(plan.variables ?? {}, given);
  const own: Context = { declared: variables, values: escaped(variables) };
  const facts = documentFacts(plan, own, report);
  const context: Context = {
    declared: { ...facts.declared, ...variables },
    values: { ...facts.values, ...own.values },
  };
  const shown = new Showing(context, report);
  const printed = Object.fromEntries(Object.entries(plan).filter(([name]) => !settings.has(name)));
  return {
    ...(shown.show(printed, 0) as View),
    章节: plan.sections.map((section) => shown.section(section)),
    任务清单: shown.taskList(tasksOf(plan)),
    附件: plan.attachments?.map((attachment, index) => ({
      ...shown.attachment(attachment, index),
      ...(plan.binding === 'apart' && {
        文号: shown.show(plan.coverNotice?.docNumber ?? plan.docNumber, 0),
      }),
    })),
    ...(plan.layout?.redHead && { 红头: shown.show(plan.layout.redHead, 0) }),
    版记另面: plan.layout?.imprintPage === 'overleaf',
    分述分段: plan.numbering?.points === 'separate',
  };
}

/** 年度, 单位 and 日期 of the document may be named in its texts like variables. */
function documentFacts(plan: Plan, own: Context, report: Report): Context {
  const declared: Variables = {};
  const values: Values = {};
  const fact = (name: string, source: Scalar | undefined, text: string) => {
    declared[name] = source ?? null;
    if (text !== '' && !(name in own.declared)) values[name] = text;
  };
  const filled = (text: Scalar | undefined) => (text ? fill(text, own, report) : '');
  fact('年度', plan.year, filled(plan.year).replace(/年$/, ''));
  fact('单位', plan.issuer?.[0], (plan.issuer ?? []).map(filled).join('、'));
  fact('日期', plan.date, printedDate(filled(plan.date)));
  return { declared, values };
}

class Showing {
  readonly #context: Context;
  readonly #report: Report;

  constructor(context: Context, report: Report) {
    this.#context = context;
    this.#report = report;
  }

  section(section: Section): View {
    const { kind, ...item } = section;
    return {
      ...(this.show(item, section.title ? 1 : 0) as View),
      类型: kind === undefined ? '章节' : sections[kind].label,
    };
  }

  /** The tasks with, for every field, whether any task has it: 有措施, 有牵头 … */
  taskList(tasks: readonly Task[]): View {
    const filled = new Set(tasks.flatMap((task) => Object.keys(task)));
    return {
      任务: this.show(tasks, 1),
      ...Object.fromEntries([...filled].map((name) => [`有${shownAs[name]}`, true])),
    };
  }

  /** An attachment may be a name alone, to be printed by itself. */
  attachment(attachment: Item, index: number): View {
    return {
      ...(this.show(attachment, 0) as View),
      序: index + 1,
      横排: attachment.tables?.some(({ landscape }) => landscape),
      有内容: Object.keys(attachment).some((name) => name !== 'title'),
    };
  }

  /** Every record gets its heading marks as 级; `level` is 1 for a section. */
  show(value: unknown, level: number): unknown {
    if (isScalar(value)) return fill(value, this.#context, this.#report);
    if (Array.isArray(value))
      return value.map((each, index) => this.#numbered(this.show(each, level), index));
    if (typeof value !== 'object' || value === null) return value;
    const shown: View = { 级: '#'.repeat(level + 1) };
    for (const [name, field] of Object.entries(withoutListed(value as Item))) {
      if (name === 'type') shown['类型'] = entryTypes[field as Entry['type']];
      else if (name === 'date' || name === 'printedOn')
        shown[labels[name] ?? name] = this.#date(field as Scalar);
      else shown[shownAs[name] ?? name] = this.show(field, nested.has(name) ? level + 1 : level);
    }
    return shown;
  }

  #numbered(shown: unknown, index: number): unknown {
    return typeof shown === 'object' && !Array.isArray(shown) ? { ...shown, 序: index + 1 } : shown;
  }

  /** A date with variables in it can be checked only now. */
  #date(text: Scalar): string {
    const filled = fill(text, this.#context, this.#report);
    if (filled !== '' && parseDate(filled) === undefined) {
      error(
        this.#report,
        'plan/date',
        text,
        `“${filled}”不是日历上的日期。`,
        '写成 2026-03-05 或 2026年3月5日。',
      );
    }
    return printedDate(filled);
  }
}

function printedDate(text: string): string {
  const date = parseDate(text);
  return date ? printDate(date) : text;
}

/** Tasks that stand right beside their own 任务清单 are printed there only. */
function withoutListed(item: Item): Item {
  if (!item.tasks || !item.tables?.some((table) => table.from === 'tasks')) return item;
  const { tasks: _, ...rest } = item;
  return rest;
}

/** All tasks of a plan in the order of the document: those of the 任务 fields, and items that name who leads them. */
function tasksOf(plan: Plan): Task[] {
  const tasks: Task[] = [];
  const visit = (entry: Item | Entry, above: Scalar | undefined): void => {
    const add = (task: PlanTask, project = above) => tasks.push({ ...task, ...(project && { project }) });
    if ('type' in entry && entry.type === 'task') return void add(withoutType(entry));
    if ('type' in entry && (entry.type === 'goal' || entry.type === 'source')) return;
    const item = entry as Item;
    const project = item.title ?? above;
    if (item.title && (item.leadUnits || item.owners)) add(asTask(item, item.title));
    for (const task of item.tasks ?? []) add(task, project);
    for (const child of [...(item.items ?? []), ...(item.steps ?? [])]) visit(child as Entry, project);
  };
  for (const part of [...plan.sections, ...(plan.attachments ?? [])]) visit(part, undefined);
  return tasks;
}

function withoutType({ type: _, ...task }: PlanTask & { type: string }): PlanTask {
  return task;
}

function asTask({ text, leadUnits, owners, supportUnits, deadline }: Item, name: Scalar): PlanTask {
  const lead = leadUnits ?? owners;
  return {
    name,
    ...(text && { measures: text }),
    ...(lead && { leadUnits: lead }),
    ...(supportUnits && { supportUnits }),
    ...(deadline && { deadline }),
  };
}
