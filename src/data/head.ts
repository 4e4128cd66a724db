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
  const found = rows.findIndex((row) => filled(row) >= Math.max(Math.min(2, most), most * 0.6));
  if (found < 0) return undefined;
  let first = found;
  while (isAbove(rows[first - 1], rows[first])) first--;
  let last = found;
  while (isBelow(rows[last], rows[last + 1])) last++;
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

/** Cells reach from one row into the other, or name the columns that have no name there. */
function isAbove(above: GridRow | undefined, row: GridRow | undefined): boolean {
  if (!above || row?.number !== above.number + 1) return false;
  if (row.beneath?.some((each) => each !== undefined && above.beneath?.includes(each))) return true;
  const names = above.cells.flatMap((cell, index) =>
    trimmed(cell) === '' ? [] : [trimmed(row.cells[index] ?? '') === ''],
  );
  const parts = names.includes(true) || (above.groups ?? 0) > 1;
  return names.length > 1 && parts && row.cells.every((cell) => !isNumber(cell));
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
