import { cellsOf, isRule, type Piece } from '../outline/rows.ts';
import { type Node, type Scalar, slice } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';

/** A table has columns and rows of its own, or is built from the tasks of the plan. */
export interface Table {
  title?: Scalar;
  columns?: Scalar[];
  rows?: Scalar[][];
  from?: 'tasks';
  /** The lists whose entries each print rows, and which rows; all of them where that isn't said. */
  each?: Scalar[];
  spans?: readonly Span[];
  shares?: number[];
  merged?: Scalar[];
  headRows?: number;
  landscape?: boolean;
  remark?: Scalar;
}

/** Rows of a table that are printed for each entry of a list: from one up to, not including, another. */
interface Span {
  from: number;
  to: number;
}

interface Repeated {
  rows: Scalar[][];
  /** The lists, each with its rows. */
  each: Scalar[];
  spans: Span[];
}

const opening = /^\{\{#each(?=\s)([^{}]*)\}\}/;
const closing = '{{/each}}';

/**
 * Takes {{#each 各行}} and {{/each}} from among the rows, where they stand alone or at the ends of a row. Within a cell
 * they are the text’s own.
 */
function repeated(rows: readonly Scalar[][], report: Report): Repeated | undefined {
  const made: Repeated = { rows: [], each: [], spans: [] };
  let open: { mark: Scalar; from: number } | undefined;
  for (const row of rows) {
    const { opens, cells, closes } = parted(row);
    if (opens) {
      if (open) return unpaired(opens, report);
      open = { mark: opens, from: made.rows.length };
    }
    if (cells.length > 0) made.rows.push(cells);
    if (closes) {
      if (!open) return unpaired(closes, report);
      made.each.push(open.mark);
      made.spans.push({ from: open.from, to: made.rows.length });
      for (let index = open.from; index < made.rows.length; index++)
        made.rows[index] = (made.rows[index] ?? []).map(named);
      open = undefined;
    }
  }
  return open ? unpaired(open.mark, report) : made;
}

/** What of a row is its cells, and what the marks around rows. */
function parted(row: readonly Scalar[]): { opens?: Scalar; cells: Scalar[]; closes?: Scalar } {
  const cells = row.map(trimmed);
  const [first] = cells;
  const opens = first && !first.text.includes(closing) ? opening.exec(first.text) : null;
  const list =
    first && opens ? trimmed(slice(first, '{{#each'.length, opens[0].length - '}}'.length)) : undefined;
  if (first && opens) cells[0] = trimmed(slice(first, opens[0].length, first.text.length));
  const last = cells.at(-1);
  const closes = last?.text.endsWith(closing) && !last.text.includes('{{#each');
  const end = last && closes ? slice(last, last.text.length - closing.length, last.text.length) : undefined;
  if (last && end) cells[cells.length - 1] = trimmed(slice(last, 0, last.text.length - closing.length));
  const isMark = cells.length === 1 && (list || end) && cells[0]?.text === '';
  return { ...(list && { opens: list }), cells: isMark ? [] : cells, ...(end && { closes: end }) };
}

function trimmed(cell: Scalar): Scalar {
  const from = cell.text.length - cell.text.trimStart().length;
  const to = from + cell.text.trim().length;
  return to - from === cell.text.length ? cell : slice(cell, from, to);
}

/** {{this}} is {{值}} here and {{this.姓名}} is {{姓名}}, of the same length, so that places stay what they are. */
function named(cell: Scalar): Scalar {
  if (!cell.text.includes('this') || /\{\{#(?:each|with)/.test(cell.text)) return cell;
  const text = cell.text.replace(/\{\{[^{}]*\}\}/g, (braces) =>
    braces.replace(/(?<![\p{L}\p{N}_.])this(?:[./]|(?![\p{L}\p{N}_]))/gu, (word) =>
      (word === 'this' ? '值' : '').padEnd(word.length),
    ),
  );
  return { ...cell, text };
}

function unpaired(mark: Scalar, report: Report): undefined {
  return error(
    report,
    'plan/table',
    mark,
    '“行”里的“{{#each …}}”和“{{/each}}”不配对，或者一个套着一个。',
    '一个“{{#each 各行}}”、要印的行、一个“{{/each}}”，各自成行。',
  );
}

export function isMark(node: Node): node is Scalar {
  return node.kind === 'scalar' && /\{\{(?:[#/](?:each|if|unless)|else)/.test(node.text);
}

/** Whether a condition begins or ends in the cell that ends or began in another. */
function isCut({ text }: Scalar): boolean {
  if (!text.includes('{{')) return false;
  let depth = 0;
  for (const [, mark] of text.matchAll(/\{\{~?(#(?:if|unless)|\/(?:if|unless)|else)(?![\p{L}\p{N}_])/gu)) {
    if (mark?.startsWith('#')) depth++;
    else if (mark === 'else') {
      // Lists have an {{else}} as well.
      if (!text.includes('{{#')) return true;
    } else if (depth-- === 0) return true;
  }
  return depth > 0;
}

/** The lines of a text, cut into cells. */
export function linesOf({ text }: Scalar): Piece[][] {
  const separator = text.includes('|') ? '|' : '\t';
  let from = 0;
  return text.split('\n').flatMap((source) => {
    const start = from;
    from += source.length + 1;
    return source.trim() === '' || isRule(source) ? [] : [cellsOf(source, start, separator)];
  });
}

export function cellsIn(text: Scalar, rows: readonly (readonly Piece[])[]): Scalar[][] {
  return rows.map((row) => row.map(({ start, end }) => slice(text, start, end)));
}

/** A table of pieces of a text, the first row being its head. */
export function tableOf(
  text: Scalar,
  pieces: readonly (readonly Piece[])[],
  report: Report,
): Table | undefined {
  const [columns = [], ...rows] = cellsIn(text, pieces);
  const table = withSpans({ columns, rows }, report);
  for (const row of table?.rows ?? [])
    if (row.length !== columns.length) wrongCount(row, columns.length, report);
  return table;
}

/** A table whose marks of what is repeated are taken from among its rows. */
export function withSpans(table: Table, report: Report): Table | undefined {
  const cut = table.rows?.flat().find(isCut);
  if (cut)
    return error(
      report,
      'plan/table',
      cut,
      '“{{#if}}”和“{{/if}}”要在表格的同一格里，不能跨着几格、几行。',
      '每一格各写各的：{{#if 水库}}水库{{/if}} | {{#if 水库}}{{水库}}{{/if}}；一行的各格都空了，这一行就不印。',
    );
  if (!table.rows?.some((row) => row.some(isMark))) return table;
  const found = repeated(table.rows, report);
  if (found === undefined || found.each.length === 0) return found && table;
  const { rows, each, spans } = found;
  const [named] = table.each ?? [];
  if (named === undefined) return { ...table, rows, each, spans };
  const message = '写了“逐行”，“行”里又写了“{{#each}}”。';
  return error(report, 'plan/table', named, message, '留一个：删去“逐行”，或删去“{{#each}}”“{{/each}}”。');
}

export function wrongCount(row: Scalar[], columns: number, report: Report): void {
  const start = row[0]?.start ?? 0;
  const end = row.at(-1)?.end ?? start;
  error(
    report,
    'plan/table',
    { start, end },
    `这一行有${row.length}格，表头有${columns}列。`,
    '补上缺的格，空格写成 ""；或删去多的格。',
  );
}
