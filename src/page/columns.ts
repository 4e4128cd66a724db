import type { Inline, Table } from '../document/block.ts';
import { plain } from '../document/block.ts';
import { type Cell, printedRows } from '../document/merges.ts';
import { width } from '../text/width.ts';
import { type Profile, paper, type Twips, typeArea } from './profile.ts';

/** A table as it is laid out. */
export interface Grid {
  /** The room that it has between the margins of its page. */
  area: Twips;
  rows: readonly (readonly Cell[])[];
  widths: readonly Twips[];
  /** The columns that are centred: those whose entries are no longer than six characters. */
  short: readonly boolean[];
  /** How many lines each row takes. */
  lines: readonly number[];
  /** The rows that may go on overleaf: those higher than half a page; LibreOffice cuts off what one page can't hold. */
  tall: readonly boolean[];
}

export function grid(table: Table, profile: Profile): Grid {
  const area = tableArea(table, profile);
  const rows = printedRows(table);
  const wide = widths(table, rows, area, profile);
  const lines = rows.map((row) => linesOf(row, wide, profile.table.size * 5));
  const most = halfPage(table, profile) / profile.table.line;
  return {
    area,
    rows,
    widths: wide,
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
  const lines = row.map(({ text, column, across, down }) => {
    if (down !== 1) return 1;
    const room = sum(widths.slice(column, column + across)) / half - padding;
    const paragraphs = plain(text).split('\n');
    return sum(paragraphs.map((each) => Math.max(1, Math.ceil(width(each) / Math.max(2, room)))));
  });
  return Math.max(0, ...lines);
}

function tableArea({ wide }: Table, profile: Profile): Twips {
  return wide ? paper.height - profile.margins.top - profile.margins.bottom : typeArea(profile);
}

function shortColumns({ columns, rows, headRows }: Table): boolean[] {
  const body = rows.slice(headRows);
  return columns.map((_, index) => body.every((row) => width(plain(row[index] ?? [])) <= 12));
}

/** The widths of the columns, by the shares that the plan gives or by their content. */
function widths({ shares, columns }: Table, rows: Grid['rows'], area: Twips, profile: Profile): Twips[] {
  if (shares) {
    const whole = sum(shares);
    const widths = shares.map((share) => Math.floor((area * share) / whole));
    return widths.map((each, index) => (index === 0 ? each + area - sum(widths) : each));
  }
  const texts = rows.map((row) => {
    const line: Inline[][] = columns.map(() => []);
    for (const { column, across, text } of row) if (across === 1) line[column] = text;
    return line;
  });
  return byContent(texts, area, profile.table.size * 5);
}

/** Blanks left and right of the text in a cell, in half characters. */
const padding = 2;

/**
 * Widths of the columns, `area` in all; `half` is the width of half a character. Every column gets room for
 * a name, and for half of its head, so that no head takes more than two lines; the rest goes to the columns by the length of their
 * entries, a little less than in proportion, so that a long column makes few lines and the others don't break into stubs.
 */
function byContent(rows: readonly Inline[][][], area: Twips, half: Twips): Twips[] {
  const [head = []] = rows;
  const lengths = head.map((_, index) => Math.max(...rows.map((row) => lineWidth(row[index] ?? []))));
  const least = head.map(
    (cell, index) =>
      Math.max(4, Math.ceil(lineWidth(cell) / 4) * 2, (lengths[index] ?? 0) > 8 ? 0 : (lengths[index] ?? 0)) +
      padding,
  );
  const wishes = lengths.map((length) => length ** 0.75);
  const needed = sum(least);
  const room = area / half;
  const units = least.map((each, index) =>
    needed >= room ? (each * room) / needed : each + ((room - needed) * (wishes[index] ?? 0)) / sum(wishes),
  );
  const widths = units.map((each) => Math.floor(each * half));
  const rest = area - sum(widths);
  return widths.map((each, index) => (index === widths.length - 1 ? each + rest : each));
}

function lineWidth(cell: Inline[]): number {
  return Math.max(...plain(cell).split('\n').map(width));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
