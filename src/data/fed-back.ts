import type { Value } from './table.ts';

/** The columns that are put before the others where rows without a document are listed. */
export const own = { row: '原行号', reason: '未生成原因' };

/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/;
const number = /^[+-]?\d+(\.\d+)?%?$/;

/** A value as a cell of the list, from which `meant` gets it back. */
export function listed(value: Value): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const bare = value.replace(/^'+/, '');
  const isTaken = (formula.test(bare) && !number.test(value)) || structure(bare) !== undefined;
  // An apostrophe in front, as one types it by hand; one that stands there already would else be taken for it.
  return isTaken ? `'${value}` : value;
}

/** What a cell of the list stands for. */
export function meant(cell: string): Value {
  const bare = cell.replace(/^'+/, '');
  if (bare.length < cell.length && (formula.test(bare) || structure(bare) !== undefined))
    return cell.slice(1);
  return structure(cell) ?? cell;
}

/** Tells by the names of its columns whether a table is such a list, and which columns are those put before. */
export function ownColumns(cells: readonly string[]): ReadonlySet<number> {
  const found = Object.values(own).map((name) => cells.findIndex((cell) => cell.trim() === name));
  return new Set(found.includes(-1) ? [] : found);
}

/** A list or names within names, from tables that have such values. */
function structure(text: string): Value | undefined {
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return leaves(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function leaves(value: unknown): Value {
  if (Array.isArray(value)) return value.map(leaves);
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, leaves(each)]));
}
