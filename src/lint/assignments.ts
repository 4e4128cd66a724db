import type { Entry, Item } from '../plan/item.ts';
import type { Task } from '../plan/parts.ts';
import type { Plan, Section } from '../plan/plan.ts';
import { textsIn } from '../plan/texts.ts';
import type { Scalar } from '../schema/node.ts';
import { simplified } from '../text/script.ts';
import { faceOf } from './entries.ts';
import { isDated } from './goals.ts';
import type { Subject } from './subject.ts';

/** What someone is to do: an entry of 任务, or a titled item among such, or one that names who does it. */
export interface Assignment {
  name: Scalar;
  /** 牵头 and 责任. */
  leads: readonly Scalar[];
  /** 配合. */
  supports: readonly Scalar[];
  /** Written as 任务, and not only a titled item. */
  typed: boolean;
  /** Someone answers for it: named here, below, above or in the text. */
  owned: boolean;
  /** It is told till when, in the same ways. */
  dated: boolean;
  /** All it says. */
  text: string;
  entry: object;
}

/** The assignments that stand side by side, and the title above them. */
export interface AssignmentGroup {
  assignments: readonly Assignment[];
  place: Scalar | undefined;
}

interface Above {
  owned: boolean;
  dated: boolean;
}

const made = new WeakMap<Subject, readonly AssignmentGroup[]>();

/** Every assignment of a plan, with its neighbours. */
export function assignmentGroups(subject: Subject): readonly AssignmentGroup[] {
  const groups = made.get(subject) ?? groupsOf(subject);
  made.set(subject, groups);
  return groups;
}

function groupsOf({ plan }: Subject): AssignmentGroup[] {
  const groups: AssignmentGroup[] = [];
  const visit = (item: Item, section: Section, before: Above): void => {
    const { items = [], tasks = [], title, text } = item;
    const above = {
      owned: before.owned || namesWho(item),
      dated: before.dated || item.deadline !== undefined || /前完成|底前|日前/.test(`${text?.text}`),
    };
    const entries: (Entry | Task)[] = [...items, ...tasks];
    const assignments = entries.flatMap((entry) =>
      assignment(entry, above, item === section && isTasks(section)),
    );
    if (assignments.length > 0) groups.push({ assignments, place: title });
    for (const entry of items) if (entry.type === 'item') visit(entry, section, above);
  };
  for (const section of plan.sections) visit(section, section, { owned: false, dated: false });
  return groups;
}

const isTasks = ({ kind }: Section) => kind === 'tasks';

function assignment(entry: Entry | Task, above: Above, amongTasks: boolean): Assignment[] {
  const typed = !('type' in entry) || entry.type === 'task';
  if (!typed && entry.type !== 'item') return [];
  const { title, name, leadUnits, owners, supportUnits, deadline } = entry as Item & Task;
  const face = title ?? name ?? (typed ? faceOf(entry) : undefined);
  if (!face || !(typed || amongTasks || leadUnits || owners)) return [];
  const texts = textsIn(entry);
  const text = simplified(texts.map((each) => each.text).join('\n'));
  return [
    {
      name: face,
      leads: [...(leadUnits ?? []), ...(owners ?? [])],
      supports: supportUnits ?? [],
      typed,
      owned: above.owned || saysWho(entry),
      dated: above.dated || deadline !== undefined || isDated(text),
      text,
      entry,
    },
  ];
}

/** Whether an item or anything in it names who does it. */
function saysWho(entry: object): boolean {
  const { items = [], tasks = [] } = entry as Item;
  return namesWho(entry) || [...items, ...tasks].some(saysWho);
}

function namesWho(entry: object): boolean {
  const { leadUnits, owners, personInCharge, text, measures } = entry as Item & Task;
  return (
    (leadUnits ?? owners ?? personInCharge) !== undefined ||
    /牵头|责任单位|责任人|分工负责|负责[）)]/.test(simplified(`${text?.text}${measures?.text}`))
  );
}

/** Whether a table tells in a column of its own who does things, or till when. */
export function hasColumn({ plan }: Subject, heads: RegExp): boolean {
  return tablesIn(plan).some(({ columns = [] }) => columns.some(({ text }) => heads.test(simplified(text))));
}

/** The cells below such heads, those of 来源: 任务 not among them. */
export function cellsBelow({ plan }: Subject, heads: RegExp): Set<Scalar> {
  return new Set(
    tablesIn(plan).flatMap(({ columns = [], rows = [] }) =>
      columns.flatMap(({ text }, index) =>
        heads.test(simplified(text)) ? rows.flatMap((row) => row[index] ?? []) : [],
      ),
    ),
  );
}

function tablesIn({ sections, attachments = [] }: Plan) {
  const tables = (item: Item): NonNullable<Item['tables']> => [
    ...(item.tables ?? []),
    ...(item.items ?? []).flatMap((entry) => (entry.type === 'item' ? tables(entry) : [])),
  ];
  return [...sections, ...attachments].flatMap(tables);
}
