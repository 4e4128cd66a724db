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
  for (let index = 0; index < content.length; index++) {
    const block = content[index] as Content;
    const last = chunks.at(-1) as Chunk;
    const next = content[index + 1];
    if (block.kind === 'picture') {
      const placed = placedPicture(block, next);
      if (!placed) continue;
      const chunk = last.closing.length > 0 ? empty() : last;
      if (chunk !== last) chunks.push(chunk);
      chunk.pictures.push(placed);
      if (block.celled) chunk.moved.push(block);
      if (placed.caption) index++;
      continue;
    }
    if (block.kind === 'line') {
      if (isCaption(block) && next?.kind === 'table') continue;
      last.lines.push(block);
      (last.tables.length + last.pictures.length > 0 ? last.closing : last.text).push(block);
      continue;
    }
    const before = content[index - 1];
    const title = before?.kind === 'line' && block.kind === 'table' && isCaption(before) ? before : undefined;
    const note = next?.kind === 'line' && block.kind === 'table' && isRemark(next) ? next : undefined;
    const chunk = last.pictures.length + last.closing.length > 0 ? empty() : last;
    if (chunk !== last) chunks.push(chunk);
    append(chunk.lines, [...(title ? [title] : []), ...rowLines(block), ...(note ? [note] : [])]);
    const tasks = block === taskTable ? tasksIn(block) : undefined;
    if (tasks) chunk.tasks = tasks;
    chunk.tables.push(
      block.kind === 'box'
        ? boxValue(block)
        : tasks
          ? taskTableValue(title, note)
          : tableValue(block, title, note),
    );
    if (note) index++;
  }
  return chunks;
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
  const whole = prose(lines);
  const [last = '', ...before] = whole.split('\n\n').reverse();
  const parties = alone ? withParties(last) : { text: last, fields: [] };
  const pointed = alone && !apart ? withPoints(parties.text) : undefined;
  const words = [...before.reverse(), pointed ? pointed.text : parties.text].filter(Boolean).join('\n\n');
  // Points follow the last paragraph at once, so there has to be one that they belong to.
  const fits = pointed && (pointed.text !== '' || before.length === 0);
  return [
    ...(fits || !pointed
      ? words === ''
        ? []
        : [{ key: '内容', value: words }]
      : [{ key: '内容', value: [...before, parties.text].join('\n\n') }]),
    ...(fits && pointed ? [{ key: '分述', value: pointsValue(pointed.points) }] : []),
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
    ...(tables.length > 0
      ? [
          {
            key: '表格',
            value:
              tables.length === 1
                ? (tables[0] as Value)
                : { kind: 'list' as const, items: tables.map((value) => ({ value })) },
          },
        ]
      : []),
    ...picturesEntry(pictures, moved),
    ...(closing.length > 0 ? [{ key: '结语', value: prose(closing) }] : []),
  ];
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
