import type { Entry, Mapping, Node } from '../../../schema/node.ts';
import { list, map, type Value } from '../../../writing/yaml.ts';
import { isCounted } from '../expected.ts';
import type { MadeParagraph } from '../paragraph.ts';
import { type Place, put } from './place.ts';
import { plainOfValue, type Said, sound, type Way } from './said.ts';
import type { New, Standing } from './standing.ts';

/** A task that a row of 任务清单 is made of, and where in the list of tasks it stands. */
interface Task {
  place: Place & { list: unknown };
  node: Mapping;
}

/** A row in a table that is made of the tasks is a new task beside that of the row above or below. */
export function* waysToAddTasks(
  standing: Standing,
  { after, before }: New,
  rows: readonly (readonly string[])[],
): Iterable<Way> {
  for (const [made, side] of [
    [after, 'after'],
    [before, 'before'],
  ] as const) {
    const task = taskOf(standing, made);
    const values = task && made && rows.map((cells) => taskLike(standing, task, made, cells));
    if (!values || values.some((value) => value === undefined)) continue;
    const all = values.filter((value) => value !== undefined);
    const rewrite = put(standing.source, task.place, side, all);
    const said: Said = { [side]: new Map([[task.node as Node, all.map(plainOfValue)]]) };
    const way = rewrite && sound(standing, [{ rewrites: [rewrite], said }]);
    if (way) yield way;
  }
}

/** What all is printed of the task that a row is made of; nothing where it is the row alone. */
export function taskPrinted(standing: Standing, row: readonly MadeParagraph[]): MadeParagraph[] {
  const task = taskOf(standing, row[0]);
  const printing = new Set(task && standing.within(task.node).map(({ made }) => made));
  const all = standing.made.filter((made) => printing.has(made) || row.includes(made));
  const leaves = new Set(row.flatMap((cell) => standing.of(cell).map(({ trail }) => trail.leaf)));
  // A table of rows that are typed stands in an entry, too, and says nothing that the entry says elsewhere.
  const isAgain = (made: MadeParagraph) =>
    !row.includes(made) && standing.of(made).some(({ trail }) => leaves.has(trail.leaf));
  return task && all.some(isAgain) ? all : [];
}

function rowOf(standing: Standing, made: MadeParagraph): MadeParagraph[] {
  return standing.made.filter(
    ({ cell }) => cell && cell.table === made.cell?.table && cell.row === made.cell.row,
  );
}

/** The entry that most cells of a row are texts of. */
function taskOf(standing: Standing, made: MadeParagraph | undefined): Task | undefined {
  const counts = new Map<Node, { task: Task; count: number }>();
  for (const cell of made?.cell ? rowOf(standing, made) : []) {
    const step = standing
      .of(cell)[0]
      ?.trail.steps.findLast((each) => each.of === 'item' && each.node.kind === 'map');
    if (step?.of !== 'item' || step.node.kind !== 'map') continue;
    const task = { place: { list: step.list, index: step.index }, node: step.node };
    const known = counts.get(step.node);
    counts.set(step.node, { task, count: (known?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most && most.count > 1 ? most.task : undefined;
}

/** A task of other texts; undefined where a cell says what no key of the tasks beside it says. */
function taskLike(
  standing: Standing,
  { place, node }: Task,
  made: MadeParagraph,
  cells: readonly string[],
): Value | undefined {
  const row = rowOf(standing, made);
  if (row.length !== cells.length || 'map' in place) return undefined;
  const keys = keysOf(standing, place.list.items, row);
  const entries = new Map<string, Value>();
  for (const [column, text] of cells.entries()) {
    const key = keys.get(column);
    const own = row[column] as MadeParagraph;
    if (text === '' || isCounted(own)) continue;
    if (key) entries.set(key.key.text, valueLike(key, text));
    // What all tasks of a list have in common is said above them.
    else if (own.text !== text) return undefined;
  }
  const order = [...node.entries.map(({ key }) => key.text), ...entries.keys()];
  const sorted = [...new Set(order)].flatMap((key) => {
    const value = entries.get(key);
    return value === undefined ? [] : [{ key, value }];
  });
  const isFlow = standing.source[node.start] === '{';
  return sorted[0] ? { ...map(sorted), ...(isFlow && { flow: true }) } : undefined;
}

/** Which key of the tasks each column prints. */
function keysOf(
  standing: Standing,
  tasks: readonly Node[],
  row: readonly MadeParagraph[],
): ReadonlyMap<number, Entry> {
  const keys = new Map<number, Entry>();
  const own = standing.made.filter(({ cell }) => cell && cell.table === row[0]?.cell?.table);
  const lengths = new Map<number, number>();
  for (const { cell } of own) if (cell) lengths.set(cell.row, (lengths.get(cell.row) ?? 0) + 1);
  for (const made of own) {
    if (!made.cell || keys.has(made.cell.column)) continue;
    // Where cells are one with those above them, columns are counted otherwise.
    if (lengths.get(made.cell.row) !== row.length) continue;
    const steps = standing.of(made)[0]?.trail.steps ?? [];
    const from = steps.findIndex((each) => each.of === 'item' && tasks.includes(each.node));
    const step = from < 0 ? undefined : steps[from + 1];
    if (step?.of === 'value') keys.set(made.cell.column, step.entry);
  }
  return keys;
}

function valueLike({ value }: Entry, text: string): Value {
  if (value.kind === 'list') return list(text.split('、'), value.flow);
  return { kind: 'text', text, where: 'behind' };
}
