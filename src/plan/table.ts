import { type Node, type Scalar, slice } from '../schema/node.ts';
import { error, type Report } from '../schema/problem.ts';
import { key, mismatch, record, type Schema } from '../schema/schema.ts';
import { choice, line, list } from '../schema/values.ts';

/** A table has columns and rows of its own, or is built from the tasks of the plan. */
export interface Table {
  title?: Scalar;
  columns?: Scalar[];
  rows?: Scalar[][];
  from?: 'tasks';
}

const cell: Schema<Scalar> = {
  expects: '一格文字',
  read(node, report) {
    if (node.kind === 'empty')
      return { kind: 'scalar', text: '', start: node.start, end: node.end, at: () => node.start };
    return node.kind === 'scalar' ? node : mismatch(cell, node, report);
  },
  json: () => ({ type: ['string', 'number', 'boolean', 'null'] }),
};

export const tableFields = record({
  title: key('标题', line, '表的名称，印在表的上方'),
  columns: key('列', list(cell), '各列的名称'),
  rows: key('行', list(list(cell)), '一行一个列表，格数与列数相同'),
  from: key('来源', choice({ tasks: ['任务'] }), '写“任务”，就用本计划里的任务汇成任务清单'),
});

/** A table as fields, or typed as text with | between the cells. */
const table: Schema<Table> = {
  expects: '用“|”分格的文字，或“列”和“行”',
  read(node, report) {
    if (node.kind === 'scalar') return typed(node, report);
    if (node.kind !== 'map') return mismatch(table, node, report);
    const read = tableFields.read(node, report);
    return read && checked(read, node, report);
  },
  json: () => ({ anyOf: [{ type: 'string' }, tableFields.json()] }),
};

export const tables = list(table, true);

function checked(read: Table, node: Node, report: Report): Table | undefined {
  if (read.from === undefined && read.columns === undefined) {
    return error(report, 'plan/table', node, '表格没有列。', '写上“列: [甲, 乙]”和“行”，或写“来源: 任务”。');
  }
  const columns = read.columns?.length ?? 0;
  for (const row of read.rows ?? []) {
    if (read.from === undefined && row.length !== columns) wrongCount(row, columns, report);
  }
  return read;
}

function wrongCount(row: Scalar[], columns: number, report: Report): void {
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

/** Reads `甲 | 乙` lines; a line of dashes under the head, as in Markdown, is accepted and dropped. */
function typed(text: Scalar, report: Report): Table | undefined {
  const rows: Scalar[][] = [];
  let from = 0;
  for (const source of text.text.split('\n')) {
    if (source.trim() !== '' && !/^[\s|:：—-]*[—-][\s|:：—-]*$/.test(source))
      rows.push(cells(text, from, source));
    from += source.length + 1;
  }
  const [columns, ...body] = rows;
  if (columns === undefined || columns.length < 2) {
    return error(
      report,
      'plan/table',
      text,
      '这段文字不是表格：各格之间要用“|”隔开，第一行是表头。',
      '例如：姓名 | 职务',
    );
  }
  for (const row of body) if (row.length !== columns.length) wrongCount(row, columns.length, report);
  return { columns, rows: body };
}

/** Bars at both ends are borders, as in Markdown; a bar at one end only stands before or behind an empty cell. */
function cells(text: Scalar, from: number, line: string): Scalar[] {
  const trimmed = line.trim();
  const bordered = trimmed.length > 1 && trimmed.startsWith('|') && trimmed.endsWith('|');
  let start = from + line.indexOf(trimmed) + (bordered ? 1 : 0);
  return (bordered ? trimmed.slice(1, -1) : trimmed).split('|').map((part) => {
    const before = part.length - part.trimStart().length;
    const piece = slice(text, start + before, start + before + part.trim().length);
    start += part.length + 1;
    return piece;
  });
}
