import { largest } from '../text/long-lists.ts';
import { trimmed } from './columns.ts';
import type { GridRow } from './table.ts';

/** The rows that name the columns, and what they call them. */
export interface Head {
  rows: readonly GridRow[];
  names: readonly string[];
  /** What stands above: titles, units. */
  titles: readonly string[];
}

/**
 * Finds the head among the first rows of a table: the first row with as many cells filled as any of them has, but at
 * least two (titles above it have fewer), with the rows that it shares names with. A single column has its name in its
 * first row.
 */
export function headOf(rows: readonly GridRow[]): Head | undefined {
  const most = largest(rows.map(filled), 0);
  const fullest = rows.findIndex((row) => filled(row) >= Math.max(Math.min(2, most), most * 0.6));
  if (fullest < 0) return undefined;
  const over = levelsOver(rows, fullest);
  const found = fullest - Math.min(over, 1);
  let last = found;
  while (over === 0 && isBelow(rows[last], rows[last + 1])) last++;
  let first = fullest - over;
  while (isAbove(rows[first - 1], rows.slice(first, last + 1), rows[first - 2])) first--;
  const head = rows.slice(first, last + 1);
  return {
    rows: head,
    names: head.length === 1 ? (head[0]?.cells ?? []) : joined(head.map(({ cells }) => cells.map(named))),
    titles: rows.slice(0, first).flatMap(({ cells }) => cells.map(trimmed).filter(Boolean)),
  };
}

function filled({ cells }: GridRow): number {
  return cells.filter((cell) => trimmed(cell) !== '').length;
}

/** A name within a name; a point would part it. */
function named(cell: string): string {
  return cell.replace(/\s/g, '').replace(/[.．]/g, '');
}

/** No head has more levels. */
const deepest = 5;

/**
 * How many rows name, level by level, the columns of a row of figures that has more cells filled than any of them; one row
 * alone that names all of them has as many itself.
 */
function levelsOver(rows: readonly GridRow[], row: number): number {
  const figures = rows[row];
  if (!figures?.cells.some(isNumber)) return 0;
  const open = new Set(
    [...figures.cells.keys()].filter((index) => trimmed(figures.cells[index] ?? '') !== ''),
  );
  for (let levels = 1; levels <= deepest; levels++) {
    const above = rows[row - levels];
    if (above?.number !== figures.number - levels || above.cells.some(isNumber) || filled(above) < 2)
      return 0;
    above.cells.forEach((cell, index) => {
      if (trimmed(cell) !== '') open.delete(index);
    });
    if (open.size === 0) return levels > 1 ? levels : 0;
  }
  return 0;
}

/**
 * Cells reach from one row into the other, name the columns that have no name there, or reach over several of them where
 * these would else share a name or have two already.
 */
function isAbove(above: GridRow | undefined, below: readonly GridRow[], next: GridRow | undefined): boolean {
  const [row] = below;
  if (!above || row?.number !== above.number + 1) return false;
  if (row.beneath?.some((each) => each !== undefined && above.beneath?.includes(each))) return true;
  if (row.cells.some(isNumber)) return false;
  const names = above.cells.flatMap((cell, index) => (trimmed(cell) === '' ? [] : [index]));
  const isNamed = (index: number) => below.some(({ cells }) => trimmed(cells[index] ?? '') !== '');
  const width = largest(below.map(({ cells }) => cells.length));
  // 填报单位：平安镇 reaches over several columns as well, and is no name of theirs.
  const isWide = (from: number, to = width) =>
    !/[:：]\s*\S/.test(above.cells[from] ?? '') &&
    Array.from({ length: to - from }, (_, index) => from + index).filter(isNamed).length > 1;
  const areWide = names.every((from, index) => isWide(from, names[index + 1]));
  // A name alone is a title, but where it leaves out a column that has its name in the row above.
  const [only = 0] = names;
  if (names.length < 2) return only > 0 && areWide && !isNamed(0) && trimmed(next?.cells[0] ?? '') !== '';
  const texts = row.cells.map(trimmed).filter(Boolean);
  const isWanted = below.length > 1 || new Set(texts).size < texts.length;
  return (
    (areWide && isWanted) ||
    (above.groups ?? 0) > 1 ||
    names.some((index) => trimmed(row.cells[index] ?? '') === '')
  );
}

/** Names under names that are wider than one column, and nothing under the others. */
function isBelow(above: GridRow | undefined, row: GridRow | undefined): boolean {
  if (!above || row?.number !== above.number + 1) return false;
  const upper = (index: number) => trimmed(above.cells[index] ?? '');
  const lower = (index: number) => trimmed(row.cells[index] ?? '');
  let parted = false;
  for (let index = 0; index < row.cells.length; index++) {
    const text = lower(index);
    if (text === '' || text === upper(index)) continue;
    if (isNumber(text)) return false;
    if (upper(index) !== '') {
      if (upper(index + 1) !== '' || lower(index + 1) === '') return false;
      continue;
    }
    let owner = index;
    while (owner >= 0 && upper(owner) === '') owner--;
    if (owner < 0 || lower(owner) === '' || lower(owner) === upper(owner)) return false;
    parted = true;
  }
  return parted;
}

function isNumber(cell: string): boolean {
  return /^[¥￥]?[+-]?\d[\d,.]*%?$/.test(trimmed(cell));
}

/** 上半年 above 户数 and 人口 → 上半年.户数, 上半年.人口. */
function joined(levels: readonly (readonly string[])[]): string[] {
  const width = largest(levels.map((cells) => cells.length));
  const ways = Array.from({ length: width }, (): string[] => []);
  levels.forEach((cells, level) => {
    const lower = levels.slice(level + 1);
    let wide = '';
    for (let index = 0; index < width; index++) {
      const own = cells[index] ?? '';
      const isParted = lower.some((names) => (names[index] ?? '') !== '' && names[index] !== own);
      const isStill = isParted && ways[index]?.join('.') === ways[index - 1]?.slice(0, -1).join('.');
      // A name reaches over the columns that the rows below part it in.
      if (own !== '') wide = isParted ? own : '';
      else if (!isStill) wide = '';
      const name = own || wide;
      if (name !== '' && ways[index]?.at(-1) !== name) ways[index]?.push(name);
    }
  });
  return ways.map((way) => way.join('.'));
}
