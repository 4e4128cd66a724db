import { largest, smallest } from '../text/long-lists.ts';
import type { Twips } from './profile.ts';

/** Blanks left and right of the text in a cell, in half characters. */
export const padding = 2;

/**
 * Lines that a text of so many half characters takes in a room of so many. Of Han characters only whole ones fit, and
 * in narrow columns marks that begin no line cost half a character of each.
 */
export function linesIn(length: number, room: number): number {
  const whole = Math.max(2, 2 * Math.floor(room / 2));
  return length <= whole ? 1 : Math.ceil(length / (whole > 8 ? whole : whole - 1));
}

interface Columns {
  widths: Twips[];
  /** 0 where names and heads have room, 1 where two characters have, 2 where one has, 3 where not even one. */
  cramped: number;
}

/** Widths of the columns by the shares that a plan gives; what is left over of dividing is the first one's. */
export function byShares(shares: readonly number[], area: Twips): Columns {
  const whole = sum(shares);
  const widths = shares.map((share) => Math.floor((area * share) / whole));
  return {
    widths: widths.map((each, index) => (index === 0 ? each + area - sum(widths) : each)),
    cramped: 0,
  };
}

/** Of the entries of a column, how many in a hundred are to take few lines: all, or where one is too long, most. */
const shares = [100, 75, 50];

/**
 * Widths of the columns, `area` in all, by the lengths of their entries, row by row, the head first; `half` is the width
 * of half a character. Every column gets room for a name, and for half of its head, so that no head takes more than two
 * lines, or where there isn't so much for two characters, or for one; the rest is given out so that the table is low.
 */
export function byContent(rows: readonly (readonly number[])[], area: Twips, half: Twips): Columns {
  const [head = []] = rows;
  const sorted = head.map((_, column) => rows.map((row) => row[column] ?? 0).sort((a, b) => a - b));
  const longest = sorted.map((lengths) => lengths.at(-1) ?? 0);
  const readable = head.map((length, column) => {
    const most = longest[column] ?? 0;
    return Math.max(4, Math.ceil(length / 4) * 2, most > 24 ? 6 : most > 8 ? 0 : most) + padding;
  });
  const room = area / half;
  const steps = [readable, head.map(() => 4 + padding), head.map(() => 2 + padding)];
  const step = steps.findIndex((units) => sum(units) <= room);
  const least = steps[step];
  const units = least
    ? lowest(
        rows,
        shares.map((share) => {
          const index = Math.ceil((rows.length * share) / 100) - 1;
          const lengths = sorted.map((each) => each[index] ?? 0);
          return within(lengths, least, room);
        }),
        room,
      )
    : head.map(() => room / head.length);
  const widths = units.map((each) => Math.floor(each * half));
  const rest = area - sum(widths);
  return {
    widths: widths.map((each, index) => (index === widths.length - 1 ? each + rest : each)),
    cramped: step < 0 ? steps.length : step,
  };
}

/** Columns for entries of some lengths. */
interface Way {
  lengths: readonly number[];
  lines: number;
  /** The columns in which these take so few lines, and those in which they take one. */
  units: readonly number[];
  whole: readonly number[];
}

function within(lengths: readonly number[], least: readonly number[], room: number): Way {
  const wide = (lines: number) =>
    least.map((each, column) => Math.max(each, 2 * Math.ceil((lengths[column] ?? 0) / lines / 2) + padding));
  let lines = 1;
  while (sum(wide(lines)) > room) lines++;
  return { lengths, lines, units: wide(lines), whole: wide(1) };
}

/** What is left over goes to the longer entries. */
function spread(units: readonly number[], { lengths }: Way, room: number): number[] {
  // A little less than in proportion, so that short columns don't break into stubs where there is room.
  const wishes = lengths.map((length) => Math.max(1, length) ** 0.75);
  const rest = room - sum(units);
  return units.map((each, column) => each + (rest * (wishes[column] ?? 0)) / sum(wishes));
}

/** Of several ways the one that makes the table lowest; as many of its short entries as make it no higher stay on one line. */
function lowest(rows: readonly (readonly number[])[], ways: readonly Way[], room: number): number[] {
  const usual = ways.map((way) => spread(way.units, way, room));
  const heights = usual.map((units) => heightOf(rows, units));
  const height = smallest(heights);
  const best = heights.indexOf(height);
  const way = ways[best];
  const others = way === undefined ? [] : withWhole(way, room).map((units) => spread(units, way, room));
  return others.findLast((units) => heightOf(rows, units) <= height) ?? usual[best] ?? [];
}

/** Eight characters: a date, a name, a unit. */
const short = 16;

/** One column of short entries more each time that has them on one line, those first for which that takes least. */
function withWhole({ lengths, lines, units, whole }: Way, room: number): number[][] {
  const length = (column: number) => lengths[column] ?? 0;
  // Marks may take a narrow column one line more.
  const enough = units.map((each, column) =>
    linesIn(length(column), each - padding) > lines ? each + 2 : each,
  );
  const lack = (column: number) => (whole[column] ?? 0) - (enough[column] ?? 0);
  const columns = units
    .map((_, column) => column)
    .filter((column) => length(column) <= short && lack(column) > 0)
    .sort((a, b) => lack(a) - lack(b) || length(a) - length(b));
  const ways: number[][] = [];
  let last = enough;
  for (const column of columns) {
    last = last.with(column, whole[column] ?? 0);
    if (sum(last) > room) break;
    ways.push(last);
  }
  return ways;
}

function heightOf(rows: readonly (readonly number[])[], units: readonly number[]): number {
  return sum(
    rows.map((row) => largest(row.map((length, column) => linesIn(length, (units[column] ?? 0) - padding)))),
  );
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
