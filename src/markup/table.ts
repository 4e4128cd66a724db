import type { Join } from '../document/block.ts';
import { type Inline, plain, type Table } from '../document/block.ts';
import { misjoined } from '../document/merges.ts';
import { MarkupError } from './error.ts';
import { inline } from './inline.ts';

/** Reads what stands inside ::: 表格; its name says how wide the columns are and how many rows its head has. */
export function table(lines: readonly string[], options: readonly string[]): Table {
  const numbers = (of: string) =>
    [...(options.find((option) => option.startsWith(`${of}=`))?.matchAll(/\d+/g) ?? [])].map(Number);
  const shares = numbers('列宽');
  const [head = 1] = numbers('表头');
  const made = tableOf(lines, Math.max(0, head - 1));
  if (shares.length === 0) return made;
  if (shares.length !== made.columns.length)
    throw new MarkupError(`“列宽”有${shares.length}个数，表格有${made.columns.length}列。`);
  return { ...made, shares };
}

/** Reads a table that stands by itself; gives the number of its last line. */
export function tableAt(lines: readonly string[], from: number, blocks: unknown[]): number {
  let end = from + (isRule(lines[from + 1]) ? 2 : 1);
  while (lines[end]?.startsWith('|') && !isRule(lines[end + 1])) end++;
  blocks.push(tableOf(lines.slice(from, end), 0));
  return end - 1;
}

/** The first line is the head, and a line of dashes begins under it. */
function tableOf(lines: readonly string[], headRows: number): Table {
  const [head = '', ...others] = lines;
  const alike: number[] = [];
  const columns = cells(head).map((cell, index) => {
    if (cell.startsWith('^ ')) alike.push(index);
    return cell.replace(/^\^ +/, '');
  });
  const rows = others.filter((line, index) => !(index === 0 && isRule(line))).map(cells);
  const wrong = rows.find((row) => row.length !== columns.length);
  if (wrong)
    throw new MarkupError(
      `表格有一行是${wrong.length}格，表头是${columns.length}格：${wrong.map((cell) => plain(inline(cell))).join(' | ')}`,
    );
  const joins = [columns, ...rows].map((row) => row.map(joinOf));
  const wrongJoin = misjoined(joins, headRows);
  if (wrongJoin)
    throw new MarkupError(
      `表格第${wrongJoin.row + 1}行第${wrongJoin.column + 1}格没有可以合并的格，或者合并后不成长方形。`,
    );
  return {
    kind: 'table',
    columns: columns.map(text),
    rows: rows.map((row) => row.map(text)),
    headRows,
    wide: false,
    ...(joins.some((row) => row.some((join) => join !== '')) && { joins }),
    ...(alike.length > 0 && { alike }),
  };
}

function joinOf(cell: string): Join {
  return cell === '^' || cell === '<' ? cell : '';
}

function text(cell: string): Inline[] {
  return joinOf(cell) === '' ? inline(cell) : [];
}

function isRule(line: string | undefined): boolean {
  return line !== undefined && /^\|[\s|:-]*$/.test(line) && line.includes('-');
}

/** Cuts at the bars that no backslash stands in front of. */
function cells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (let index = 1; index < line.length; index++) {
    const character = line.charAt(index);
    if (character === '\\') cell += character + line.charAt(++index);
    else if (character === '|') {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return cell.trim() === '' ? cells : [...cells, cell.trim()];
}
