import type { Entry, Mapping, Node } from '../../../schema/node.ts';
import { gather } from '../../../text/groups.ts';
import { list, map, type Value } from '../../../writing/yaml.ts';
import { isCounted } from '../expected.ts';
import type { MadeParagraph, Paragraph } from '../paragraph.ts';
import { put } from './place.ts';
import { type Task, taskOf } from './row-task.ts';
import { plainOfValue, type Said, sound, type Way } from './said.ts';
import type { New, Standing } from './standing.ts';
import { asTyped } from './value.ts';

/** A row in a table that is made of the tasks is a new task beside that of the row above or below. */
export function* waysToAddTasks(standing: Standing, { edited, after, before }: New): Iterable<Way> {
  const rows = new Map<number, Paragraph[]>();
  for (const each of edited) if (each.cell) gather(rows, each.cell.row, each);
  for (const [made, side] of [
    [after, 'after'],
    [before, 'before'],
  ] as const) {
    const task = taskOf(standing, made);
    const values = task && made && [...rows.values()].map((cells) => taskLike(standing, task, made, cells));
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

/**
 * A task of other texts; undefined where a cell says what no key of the tasks beside it says. What is one with the cell
 * above it says what is said there.
 */
function taskLike(
  standing: Standing,
  { place, node }: Task,
  made: MadeParagraph,
  cells: readonly Paragraph[],
): Value | undefined {
  if ('map' in place) return undefined;
  const all = standing.made.filter(({ cell }) => cell && cell.table === made.cell?.table);
  const keys = keysOf(standing, place.list.items, all);
  const above = new Map(all.flatMap((each) => (isUpTo(made, each) ? [[each.cell?.at, each]] : [])));
  const texts = new Map(cells.map(({ cell, text }) => [cell?.at, text]));
  const columns = new Set(all.map(({ cell }) => cell?.at));
  if ([...texts.keys()].some((at) => !columns.has(at))) return undefined;
  const entries = new Map<string, Value>();
  for (const at of columns) {
    const [key, text, there] = [keys.get(at ?? 0), texts.get(at), above.get(at)];
    if (text === '' || (there && isCounted(there))) continue;
    const same = text === undefined ? entryLike(node, key) : undefined;
    if (same) entries.set(same.key.text, asTyped(standing.source, same.value));
    else if (text !== undefined && key) entries.set(key.key.text, valueLike(key, text));
    // What all tasks of a list have in common is said above them.
    else if (text !== undefined && there?.text !== text) return undefined;
  }
  const order = [...node.entries.map(({ key }) => key.text), ...entries.keys()];
  const sorted = [...new Set(order)].flatMap((key) => {
    const value = entries.get(key);
    return value === undefined ? [] : [{ key, value }];
  });
  const isFlow = standing.source[node.start] === '{';
  return sorted[0] ? { ...map(sorted), ...(isFlow && { flow: true }) } : undefined;
}

const isUpTo = (made: MadeParagraph, { cell }: MadeParagraph) => (cell?.row ?? 0) <= (made.cell?.row ?? 0);

const entryLike = (node: Mapping, like: Entry | undefined) =>
  node.entries.find(({ key }) => key.text === like?.key.text);

/** Which key of the tasks each column prints. */
function keysOf(
  standing: Standing,
  tasks: readonly Node[],
  cells: readonly MadeParagraph[],
): ReadonlyMap<number, Entry> {
  const keys = new Map<number, Entry>();
  for (const made of cells) {
    if (!made.cell || keys.has(made.cell.at)) continue;
    const steps = standing.of(made)[0]?.trail.steps ?? [];
    const from = steps.findIndex((each) => each.of === 'item' && tasks.includes(each.node));
    const step = from < 0 ? undefined : steps[from + 1];
    if (step?.of === 'value') keys.set(made.cell.at, step.entry);
  }
  return keys;
}

function valueLike({ value }: Entry, text: string): Value {
  if (value.kind === 'list') return list(text.split('、'), value.flow);
  return { kind: 'text', text, where: 'behind' };
}
