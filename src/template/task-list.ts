import { type Entry, fields, type Item } from '../plan/item.ts';
import { type Task as PlanTask, task } from '../plan/parts.ts';
import type { Plan } from '../plan/plan.ts';
import type { Scalar } from '../schema/node.ts';
import { type Keys, key } from '../schema/schema.ts';
import { line } from '../schema/values.ts';
import { numbered, type Showing, type View } from './showing.ts';

/** A task with the title that it stands under. */
type Task = PlanTask & Pick<Item, 'owners' | 'parties'> & { project?: Scalar };
const { owners, parties } = fields.keys;
const keys: Keys = {
  ...task.keys,
  owners,
  parties,
  // Where nothing is left of a task, this is nothing of it either.
  project: key('项目', 'setting', line, '任务所属的标题'),
};

/** Who answers for a task beside those who lead and support it has no column of its own. */
const inColumns = ['牵头', '配合', '时限'];

/** A task as it is shown, and the text that it is called by. */
export interface ShownTask {
  name: Scalar | undefined;
  shown: View;
}

/** The tasks with, for every field, whether any task has it: 有措施, 有牵头 … */
export function taskList(plan: Plan, shown: Showing): View {
  const tasks = shownTasks(plan, shown).map((task) => task.shown);
  const filled = new Set(tasks.flatMap((task) => Object.keys(task)));
  return {
    任务: numbered(tasks),
    ...Object.fromEntries([...filled].map((label) => [`有${label}`, true])),
  };
}

/** The tasks of which something is left; who answers for one beside those with columns of their own is 其他单位. */
export function shownTasks(plan: Plan, shown: Showing): ShownTask[] {
  return tasksOf(plan).flatMap((task) => {
    const record = shown.record(task, keys, { level: 1, forms: [] });
    if (record === undefined) return [];
    const { 各方, ...rest } = record;
    const others = (各方 as View[]).filter(({ 项 }) => !inColumns.includes(String(项)));
    return [{ name: task.name, shown: { ...rest, 其他单位: others } }];
  });
}

/** All tasks of a plan in the order of the document: those of the 任务 fields, and items that name who leads them. */
function tasksOf(plan: Plan): Task[] {
  const tasks: Task[] = [];
  const visit = (entry: Item | Entry, above: Scalar | undefined): void => {
    const add = (task: Task, project = above) => tasks.push({ ...task, ...(project && { project }) });
    if ('type' in entry && entry.type === 'task') return void add(withoutType(entry));
    // Of the others only items have a title, and only items and steps have something within.
    const item = entry as Item;
    const project = item.title ?? above;
    if (item.title && (item.leadUnits || item.owners || item.parties)) add(asTask(item, item.title));
    for (const task of item.tasks ?? []) add(task, project);
    for (const child of [...(item.items ?? []), ...(item.steps ?? [])]) visit(child as Entry, project);
  };
  for (const part of [...plan.sections, ...(plan.attachments ?? [])]) visit(part, undefined);
  return tasks;
}

function withoutType({ type: _, ...task }: PlanTask & { type: string }): PlanTask {
  return task;
}

/** Who leads it is its first in the order 牵头, 责任, 责任处室; the others are kept beside. */
function asTask(item: Item, name: Scalar): Task {
  const { text, leadUnits, owners, parties = [], supportUnits, deadline } = item;
  const lead = leadUnits ?? owners ?? parties[0]?.units;
  const others = leadUnits || owners ? parties : parties.slice(1);
  return {
    name,
    ...(text && { measures: text }),
    ...(lead && { leadUnits: lead }),
    ...(supportUnits && { supportUnits }),
    ...(deadline && { deadline }),
    ...(leadUnits && owners && { owners }),
    ...(others.length > 0 && { parties: others }),
  };
}
