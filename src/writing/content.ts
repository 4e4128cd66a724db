import type { PrintedLine, PrintedPicture, PrintedTable } from '../reading/printed.ts';
import type { Content } from '../structure/part.ts';
import { append } from '../text/long-lists.ts';
import { withParties } from './fields.ts';
import { type Group, peopleIn } from './people.ts';
import { type Placed, picturesEntry, placedPicture } from './pictures.ts';
import { pointsAtEnd, pointsValue, withPoints } from './points.ts';
import { boxValue, isCaption, isRemark, rowLines, tableValue, taskTableValue } from './tables.ts';
import { tasksIn } from './tasks.ts';
import { type Mapping, map, type Value } from './yaml.ts';

type Entries = Mapping['entries'];

/** Texts, tables and texts behind them, as the content of one item holds them. */
export interface Chunk {
  text: PrintedLine[];
  tables: Value[];
  /** The tasks of which its table is made. */
  tasks?: Value;
  pictures: Placed[];
  /** Those of them that stand elsewhere than in the source. */
  moved: PrintedPicture[];
  closing: PrintedLine[];
  /** All of it as lines, for a place that has no room for tables. */
  lines: PrintedLine[];
}

const empty = (): Chunk => ({ text: [], tables: [], pictures: [], moved: [], closing: [], lines: [] });

/** What stands below a heading, cut so that each piece fits into one item. */
export function chunksOf(content: readonly Content[], taskTable?: PrintedTable): Chunk[] {
  const chunks: Chunk[] = [empty()];
  const last = () => chunks.at(-1) as Chunk;
  const withRoom = (hasRoom: (chunk: Chunk) => boolean): Chunk => {
    if (!hasRoom(last())) chunks.push(empty());
    return last();
  };
  for (let index = 0; index < content.length; index++) {
    const block = content[index] as Content;
    const [before, next] = [content[index - 1], content[index + 1]];
    if (block.kind === 'line') {
      if (!isCaption(block) || next?.kind !== 'table') putLine(last(), block);
    } else if (block.kind === 'picture') {
      const placed = placedPicture(block, next);
      if (!placed) continue;
      putPicture(
        withRoom(({ closing }) => closing.length === 0),
        placed,
        block,
      );
      if (placed.caption) index++;
    } else {
      const chunk = withRoom(({ pictures, closing }) => pictures.length + closing.length === 0);
      if (block.kind === 'box') {
        append(chunk.lines, rowLines(block));
        chunk.tables.push(boxValue(block));
        continue;
      }
      const title = before?.kind === 'line' && isCaption(before) ? before : undefined;
      const note = next?.kind === 'line' && isRemark(next) ? next : undefined;
      putTable(chunk, { table: block, title, note }, block === taskTable);
      if (note) index++;
    }
  }
  return chunks;
}

function putLine(chunk: Chunk, line: PrintedLine): void {
  chunk.lines.push(line);
  (chunk.tables.length + chunk.pictures.length > 0 ? chunk.closing : chunk.text).push(line);
}

function putPicture(chunk: Chunk, placed: Placed, picture: PrintedPicture): void {
  chunk.pictures.push(placed);
  if (picture.celled) chunk.moved.push(picture);
}

/** A table with the lines that are its title and its note. */
interface Titled {
  table: PrintedTable;
  title: PrintedLine | undefined;
  note: PrintedLine | undefined;
}

function putTable(chunk: Chunk, { table, title, note }: Titled, hasTasks: boolean): void {
  append(chunk.lines, [...(title ? [title] : []), ...rowLines(table), ...(note ? [note] : [])]);
  const tasks = hasTasks ? tasksIn(table) : undefined;
  if (tasks) chunk.tasks = tasks;
  chunk.tables.push(tasks ? taskTableValue(title, note) : tableValue(table, title, note));
}

/** A text of paragraphs, each with its bold words marked. */
export function prose(lines: readonly PrintedLine[]): string {
  return lines.map(marked).join('\n\n');
}

/** A paragraph as a plan has it: some of its words may be bold; what opens a variable is no variable. */
function marked(line: PrintedLine): string {
  const { text } = line;
  const bold = (line.marked ?? []).filter(
    ({ from, to, bold }) => bold && to > from && !(from === 0 && to >= text.length),
  );
  let made = '';
  let at = 0;
  for (const { from, to } of bold.sort((a, b) => a.from - b.from)) {
    if (from < at || to > text.length || /\*/.test(text) || text.slice(from, to).trim() === '') continue;
    made += `${text.slice(at, from)}**${text.slice(from, to)}**`;
    at = to;
  }
  return (made + text.slice(at)).replaceAll('****', '');
}

/** The fields that a text becomes: points and those who answer for it taken out of its last paragraph where they can be. */
function textFields(lines: readonly PrintedLine[], alone: boolean, apart: boolean): Entries {
  if (lines.length === 0) return [];
  const run = apart ? pointsAtEnd(lines) : undefined;
  if (run) return [...textFields(run.before, false, false), { key: '分述', value: pointsValue(run.points) }];
  const before = prose(lines).split('\n\n');
  const last = before.pop() ?? '';
  const parties = alone ? withParties(last) : { text: last, fields: [] };
  const pointed = alone && !apart ? withPoints(parties.text) : undefined;
  // Points follow the last paragraph at once, so there has to be one that they belong to.
  const points = pointed && (pointed.text !== '' || before.length === 0) ? pointed : undefined;
  const words = [...before, points ? points.text : parties.text].filter(Boolean).join('\n\n');
  return [
    ...(words === '' ? [] : [{ key: '内容', value: words }]),
    ...(points ? [{ key: '分述', value: pointsValue(points.points) }] : []),
    ...parties.fields,
  ];
}

/** The fields of a chunk; `alone` says that no entries follow. */
export function chunkFields(
  { text, tables, tasks, pictures, moved, closing }: Omit<Chunk, 'lines'>,
  alone: boolean,
  apart = false,
): Entries {
  const group = alone && tables.length + pictures.length + closing.length === 0 ? peopleIn(text) : undefined;
  if (group) return groupFields(group);
  const isPlain = tables.length + pictures.length === 0;
  return [
    ...textFields(text, alone && isPlain, apart && isPlain),
    ...(tasks ? [{ key: '任务', value: tasks }] : []),
    ...tablesEntry(tables),
    ...picturesEntry(pictures, moved),
    ...(closing.length > 0 ? [{ key: '结语', value: prose(closing) }] : []),
  ];
}

function tablesEntry(tables: readonly Value[]): Entries {
  const [only] = tables;
  if (only === undefined) return [];
  if (tables.length === 1) return [{ key: '表格', value: only }];
  return [{ key: '表格', value: { kind: 'list', items: tables.map((value) => ({ value })) } }];
}

/** A group under its keys; one that nothing leads to says that nothing is to be put in front of it. */
function groupFields({ before, people, behind }: Group): Entries {
  const isLed = /(?:[：:]|如下[。：:]?)$/.test(before.at(-1)?.text ?? '');
  return [
    ...(before.length > 0 ? [{ key: '内容', value: prose(before) }] : []),
    ...(isLed ? people : [{ key: '领导小组', value: map([{ key: '导语', value: '' }, ...people]) }]),
    ...(behind.length > 0 ? [{ key: '结语', value: prose(behind) }] : []),
  ];
}
