import { plain } from '../document/block.ts';
import { inline } from '../markup/inline.ts';
import { fields, type Item, type Entry as PlanEntry } from '../plan/item.ts';
import { type Goal, goal } from '../plan/parts.ts';
import type { Plan } from '../plan/plan.ts';
import type { Scalar } from '../schema/node.ts';
import type { Showing, View } from '../template/showing.ts';
import { shownTasks } from '../template/task-list.ts';
import { lastDay } from '../text/deadlines.ts';
import type { Content } from '../workbook/sheet.ts';

/** A row of a ledger: the text of the plan that it is about, and its cells by the names of their columns. */
export interface Entry {
  text: Scalar | undefined;
  cells: Readonly<Record<string, Content>>;
}

const top = { level: 1, forms: [] };

/** The tasks of a plan, those that stand in a 任务清单. */
export function taskEntries(plan: Plan, shown: Showing, year: number | undefined): Entry[] {
  return shownTasks(plan, shown).map(({ name, shown: task }) => ({
    text: name,
    cells: {
      任务: words(task['名称']),
      主要措施: words(task['措施']),
      牵头单位: words(task['牵头']) + others(task['其他单位']),
      配合单位: words(task['配合']),
      负责人: words(task['负责人']),
      分管领导: words(task['分管']),
      完成时限: deadline(words(task['时限']), year),
    },
  }));
}

/** The goals of a plan: those with an indicator, and each paragraph of the section that is about them. */
export function goalEntries(plan: Plan, shown: Showing, year: number | undefined): Entry[] {
  const entries: Entry[] = [];
  const add = (one: Goal) => {
    const view = shown.record(one, goal.keys, top);
    if (view === undefined) return;
    entries.push({
      text: one.indicator ?? one.text,
      cells: {
        指标: words(view['指标'] ?? view['内容']),
        目标值: words(view['值']),
        责任单位: words(view['责任']),
        完成时限: deadline(words(view['期限']), year),
      },
    });
  };
  const visit = (each: Item | PlanEntry, inGoals: boolean): void => {
    if ('type' in each && each.type === 'goal') return void add(each);
    if ('type' in each && each.type !== 'item' && each.type !== 'step') return;
    const item = each as Item;
    for (const one of item.goals ?? []) add(one);
    if (inGoals && isLeaf(item)) {
      const {
        标题: title,
        内容: text,
        责任: owners,
        牵头: lead,
        时限: till,
      } = shown.record(item, fields.keys, top) ?? {};
      const content = [words(title), words(text)].filter(Boolean);
      if (content.length > 0)
        entries.push({
          text: item.title ?? item.text,
          cells: {
            指标: content.join('：'),
            目标值: '',
            责任单位: words(owners ?? lead),
            完成时限: deadline(words(till), year),
          },
        });
    }
    for (const below of item.items ?? []) visit(below, inGoals);
  };
  for (const section of plan.sections) visit({ ...section }, section.kind === 'goals');
  return entries;
}

/** The items among the tasks that nobody answers for, so that they are in no list of tasks. */
export function unowned(plan: Plan): Scalar[] {
  const found: Scalar[] = [];
  const visit = (entry: PlanEntry): void => {
    if (entry.type !== 'item') return;
    const { items, tasks, steps, leadUnits, owners, parties } = entry;
    const isOwned = leadUnits ?? owners ?? parties ?? tasks;
    const called = entry.title ?? entry.text;
    if (items || steps) items?.forEach(visit);
    else if (!isOwned && called) found.push(called);
  };
  for (const { kind, items } of plan.sections) if (kind === 'tasks') items?.forEach(visit);
  return found;
}

/** It has a text and nothing below that would be a goal by itself. */
function isLeaf({ text, items, goals, tables, tasks }: Item): boolean {
  return text !== undefined && !items && !goals && !tables && !tasks;
}

/** Markup as words; the paragraphs of a text are its lines, and several names stand side by side. */
function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join('、');
  return value === undefined || value === null ? '' : plain(inline(String(value)));
}

/** （责任单位：司法所）: those who answer for a task beside who leads it. */
function others(value: unknown): string {
  const all = ((value ?? []) as View[]).map(({ 称呼, 项, 单位 }) => {
    const called = words(称呼) || (words(项) === '责任' ? '责任单位' : words(项));
    return `${called}：${words(单位)}`;
  });
  return all.length === 0 ? '' : `（${all.join('；')}）`;
}

/** A real date where one can be told, or else what was typed. */
function deadline(typed: string, year: number | undefined): Content {
  return (typed !== '' && lastDay(typed, year)) || typed;
}
