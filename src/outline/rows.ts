import { stripped } from '../text/strip.ts';
import type { Line } from './lines.ts';
import { ordinalOf } from './ordinal.ts';

/** A part of a text. */
export interface Piece {
  start: number;
  end: number;
}

/** A line that is cut into cells; the places of its cells are those in the text. */
export interface Row {
  line: Line;
  cells: readonly Piece[];
}

/** What parts the cells of a row: Excel copies tabs, people type bars. */
export type Separator = '\t' | '|';

/** Rows that stand together, the head first. */
export interface Run {
  rows: readonly Row[];
  first: Line;
  end: number;
}

/** The runs of two rows or more, by each of their lines. */
export function runsOf(lines: readonly Line[]): Map<Line, Run> {
  const runs = new Map<Line, Run>();
  for (let index = 0; index < lines.length; index++) {
    const [head, separator] = headOf(lines[index]);
    if (!head || !separator) continue;
    const found = [head];
    const columns = cellsOf(head.whole, head.from, separator).length;
    let next = index + 1;
    for (; isNext(lines[next], separator, columns); next++) found.push(lines[next] as Line);
    const rows = found
      .filter((line) => !isRule(line.text))
      .map((line) => ({ line, cells: cellsOf(line.whole, line.from, separator) }));
    if (rows.length < 2) continue;
    const run = { rows, first: head, end: found.at(-1)?.end ?? 0 };
    for (const line of found) runs.set(line, run);
    index = next - 1;
  }
  return runs;
}

/** The line under a head, as Markdown has it. */
export function isRule(line: string): boolean {
  return /^[\s|:：—-]+$/.test(line) && /[—-]/.test(line);
}

/**
 * A first row has two cells with words, or bars at both ends, as forms to be filled in have; a number in front of a sentence
 * makes none, and neither does 组长：⇥张三.
 */
function headOf(line: Line | undefined): [Line?, Separator?] {
  const separator = line && (['|', '\t'] as const).find((each) => line.text.includes(each));
  if (!separator) return [];
  const cells = cellsOf(line.whole, line.from, separator);
  const words = cells.map(({ start, end }) => line.whole.slice(start - line.from, end - line.from));
  const [first = '', second, third] = words.filter((word) => word !== '');
  const isMark = ordinalOf(`${first}甲`)?.to === first.length || !/[\p{L}\p{N}\uFFFC]/u.test(first);
  if (second === undefined)
    return first !== '' && cells.length > 1 && isBordered(line.text) ? [line, '|'] : [];
  return third === undefined && (isMark || /[：:]$/.test(first)) ? [] : [line, separator];
}

/** A row may have words in one cell only; a sentence behind a tab is a paragraph. */
function isNext(line: Line | undefined, separator: Separator, columns: number): boolean {
  if (line?.before !== 'wrap') return false;
  if (line.text.includes(separator)) return true;
  return line.ends !== 'closed' && cellsOf(line.whole, line.from, separator).length === columns;
}

function isBordered(line: string): boolean {
  return line.length > 1 && line.startsWith('|') && line.endsWith('|');
}

/** Bars at both ends are borders, as in Markdown; a bar at one end only stands before or behind an empty cell. */
export function cellsOf(line: string, from: number, separator: Separator): Piece[] {
  const trimmed = separator === '|' ? line.trim() : stripped(line, ' ');
  const bordered = separator === '|' && isBordered(trimmed);
  let start = from + line.indexOf(trimmed) + (bordered ? 1 : 0);
  return (bordered ? trimmed.slice(1, -1) : trimmed).split(separator).map((part) => {
    const before = start + part.length - part.trimStart().length;
    start += part.length + 1;
    return { start: before, end: before + part.trim().length };
  });
}
