import type { Inline, Table } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { type Cell, printedRows } from '../document/merges.ts';
import { largest } from '../text/long-lists.ts';
import { width } from '../text/width.ts';
import { byContent, byShares, linesIn, padding, sum } from './column-widths.ts';
import { type Profile, paper, type Twips, typeArea } from './profile.ts';
import { room } from './room.ts';

/** A table as it is laid out. */
export interface Grid {
  rows: readonly (readonly Cell[])[];
  /** The same for all tables that are as long in their cells. */
  measures: Measures;
}

/** What of a table is reckoned from how long the lines of its cells are, and from nothing else that they say. */
interface Measures {
  /** The room that it has between the margins of its page. */
  area: Twips;
  widths: readonly Twips[];
  cramped: ReturnType<typeof byContent>['cramped'];
  /** The columns that are centred: those whose entries are no longer than six characters. */
  short: readonly boolean[];
  /** How many lines each row takes. */
  lines: readonly number[];
  /** The rows that may go on overleaf: those higher than half a page; LibreOffice cuts off what one page can't hold. */
  tall: readonly boolean[];
}

/** Rows of a batch have names and numbers as long as those of many others; tables that are no longer alike are dropped. */
const known = new WeakMap<Profile, Map<string, Measures>>();
const mostKnown = 500;

export function grid(table: Table, profile: Profile): Grid {
  const rows = printedRows(table);
  const shape = shapeOf(table, rows);
  const measured = known.get(profile) ?? new Map<string, Measures>();
  const found = measured.get(shape) ?? measures(table, rows, profile);
  if (!measured.has(shape)) {
    if (measured.size >= mostKnown) measured.clear();
    known.set(profile, measured.set(shape, found));
  }
  return { rows, measures: found };
}

/** How long the lines of all cells are, and which cells are one. */
function shapeOf({ wide, headRows, shares, columns, rows, joins, alike }: Table, printed: Grid['rows']) {
  let shape = `${wide} ${headRows} ${shares ?? ''}`;
  const lengths = (cell: Inline[]) => {
    shape += ',';
    for (const line of linesOfText(cell)) shape += ` ${room(line)}`;
  };
  columns.forEach(lengths);
  for (const row of rows) row.forEach(lengths);
  if (joins ?? alike)
    for (const row of printed)
      for (const { column, across, down } of row) shape += ` ${column}.${across}.${down}`;
  return shape;
}

function linesOfText(cell: readonly Inline[]): readonly string[] {
  const text = plain(cell);
  return text.includes('\n') ? text.split('\n') : [text];
}

function measures(table: Table, rows: Grid['rows'], profile: Profile): Measures {
  const area = tableArea(table, profile);
  const { widths: wide, cramped } = columns(table, rows, area, profile);
  const lines = rows.map((row) => linesOf(row, wide, profile.table.size * 5));
  const most = halfPage(table, profile) / profile.table.line;
  return {
    area,
    widths: wide,
    cramped,
    short: shortColumns(table),
    lines,
    tall: lines.map((each) => each > most),
  };
}

function halfPage({ wide }: Table, { margins }: Profile): Twips {
  const height = wide
    ? paper.width - margins.left - margins.right
    : paper.height - margins.top - margins.bottom;
  return height / 2;
}

/** The lines of the longest cell of a row, one that reaches down left aside. */
function linesOf(row: readonly Cell[], widths: readonly Twips[], half: Twips): number {
  let lines = 1;
  for (const { text, column, across, down } of row) {
    if (down !== 1) continue;
    const wide = across === 1 ? (widths[column] ?? 0) : sum(widths.slice(column, column + across));
    const most = wide / half - padding;
    lines = Math.max(lines, sum(linesOfText(text).map((each) => linesIn(room(each), most))));
  }
  return lines;
}

function tableArea({ wide }: Table, profile: Profile): Twips {
  return wide ? paper.height - profile.margins.top - profile.margins.bottom : typeArea(profile);
}

function shortColumns({ columns, rows, headRows }: Table): boolean[] {
  const body = rows.slice(headRows);
  return columns.map((_, index) => body.every((row) => width(plain(row[index] ?? [])) <= 12));
}

/** The widths of the columns, by the shares that the plan gives or by their content. */
function columns(
  { shares, columns }: Table,
  rows: Grid['rows'],
  area: Twips,
  profile: Profile,
): ReturnType<typeof byContent> {
  if (shares) return byShares(shares, area);
  const texts = rows.map((row) => {
    const line: Inline[][] = columns.map(() => []);
    for (const { column, across, text } of row) if (across === 1) line[column] = text;
    return line;
  });
  return byContent(
    texts.map((row) => row.map(lineWidth)),
    area,
    profile.table.size * 5,
  );
}

function lineWidth(cell: Inline[]): number {
  return largest(linesOfText(cell).map(room));
}
